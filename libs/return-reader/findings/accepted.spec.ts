import { acceptFindings, MESSAGES, SETTLED_BY_REASON } from './catalogue';
import { FINDING_CODES } from '../model/finding-codes';
import type { Finding } from '../model/reading';

const asked = (code: Finding['code']): Finding => ({
  code,
  severity: 'question',
  sheet: 'GN',
  cell: 'E5',
  value: '1',
  message: '…',
  messageEn: '…',
});

describe('a reason', () => {
  it.each(FINDING_CODES)('settles %s only where it is a fact of the world', (code) => {
    const accepted = [{ code, sheet: 'GN', cell: 'E5', reason: 'đã kiểm tra' }];
    const [finding] = acceptFindings([asked(code)], { accepted });
    expect(finding?.severity).toBe(SETTLED_BY_REASON[code] ? 'info' : 'question');
  });

  it('settles nothing that arithmetic, units, dates, columns or another ledger contradict', () => {
    const facts = FINDING_CODES.filter((code) => SETTLED_BY_REASON[code]);
    expect(
      facts.filter((code) =>
        /UNIT|TOTAL|IDENTITY|RATE-DIFFERS|COLUMN|DATES|YEAR|AMOUNT|CLEARANCE/.test(code),
      ),
    ).toEqual([]);
  });

  it('is asked for only where it settles something', () => {
    const messages = Object.values(MESSAGES).filter(({ asks }: { asks?: string }) => asks === 'reason');
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter(({ code }) => !SETTLED_BY_REASON[code])).toEqual([]);
  });
});
