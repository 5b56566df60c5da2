import * as fc from 'fast-check';
import type { Finding, Reading } from '@thongvon/return-reader';
import type { Answer } from './answer';
import { carriedAnswers } from './carried-answers';

const READING = { sheets: [] } as unknown as Reading;
const NAMES = ['Cầu Tây Giang', 'Chợ Được', 'Đường ĐH5'] as const;

const question = (name: string, row: number, amount: number): Finding => ({
  code: 'RET-OVER-PLAN',
  severity: 'question',
  asks: 'reason',
  sheet: 'GN',
  cell: `I${row}`,
  value: String(amount),
  message: `“${name}”: giải ngân ${amount} đồng vượt kế hoạch`,
  messageEn: `“${name}”: ${amount} đồng disbursed is over the plan`,
});
const answered = (finding: Finding, reason: string): Answer => ({
  code: finding.code,
  sheet: finding.sheet,
  cell: finding.cell,
  asked: finding.value,
  asks: 'reason',
  value: null,
  reason,
  shown: { message: finding.message, messageEn: finding.messageEn, label: null, labelEn: null },
  given: { by: 'u1', at: '2023-06-21T15:58:00+07:00' },
});
const carried = (findings: Finding[], answers: Answer[], given: Answer[] = []) =>
  carriedAnswers(findings, [{ id: 'first', answers }], given, READING);

const ROW = fc.record({
  name: fc.constantFrom(...NAMES),
  row: fc.integer({ min: 9, max: 12 }),
  amount: fc.integer({ min: 1, max: 3 }),
});

describe('answers to an earlier file of the week', () => {
  it('are carried to the same project and amount wherever its row stands now, and to nothing else', () => {
    fc.assert(
      fc.property(ROW, ROW, (before, now) => {
        const [answer] = carried(
          [question(now.name, now.row, now.amount)],
          [answered(question(before.name, before.row, before.amount), 'Chờ quyết định bổ sung')],
        );
        const isSame = now.amount === before.amount && now.name === before.name;
        expect(answer?.reason).toBe(isSame ? 'Chờ quyết định bổ sung' : undefined);
        if (answer) expect(answer).toMatchObject({ cell: `I${now.row}`, carriedFrom: 'first' });
      }),
    );
  });

  it('say who gave them, and that of the last file counts', () => {
    const asked = question('Chợ Được', 9, 1);
    const files = [
      { id: 'first', answers: [answered(asked, 'cũ')] },
      { id: 'second', answers: [{ ...answered(asked, 'mới'), carriedFrom: 'first' }] },
    ];
    expect(carriedAnswers([asked], files, [], READING)).toMatchObject([
      { reason: 'mới', given: { by: 'u1' }, carriedFrom: 'first' },
    ]);
  });

  it('are not given again where this file has one that settled nothing, nor to what is no question', () => {
    const asked = question('Chợ Được', 9, 1);
    expect(carried([asked], [answered(asked, 'x')], [answered(asked, 'y')])).toEqual([]);
    expect(carried([{ ...asked, severity: 'warning' }], [answered(asked, 'x')])).toEqual([]);
  });
});
