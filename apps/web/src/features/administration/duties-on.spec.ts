import type { ReportingDutyView } from '@thongvon/api-contract';
import { dutiesOn, owedSince } from './duties-on';

const DUTIES: readonly ReportingDutyView[] = [
  { from: '2022-01-01', kinds: ['disbursement'] },
  { from: '2022-07-01', kinds: [] },
  { from: '2023-01-01', kinds: ['disbursement'] },
  { from: '2023-03-01', kinds: ['disbursement', 'land-clearance'] },
  { from: '2023-09-01', kinds: ['disbursement'] },
];

describe('what an office owes', () => {
  it('is what its last entry says until the day, and what comes is distinguished', () => {
    const { now, coming } = dutiesOn(DUTIES, '2023-08-31');
    expect(now?.from).toBe('2023-03-01');
    expect(coming.map(({ from }) => from)).toEqual(['2023-09-01']);
    expect(dutiesOn(DUTIES, '2021-12-31').now).toBeUndefined();
  });

  it.each([
    ['disbursement', '2023-08-31', '2023-01-01'],
    ['land-clearance', '2023-08-31', '2023-03-01'],
    ['land-clearance', '2023-09-01', undefined],
    ['disbursement', '2022-08-01', undefined],
    ['disbursement', '2021-12-31', undefined],
  ] as const)('%s on %s: since %s, without a break', (kind, day, since) => {
    expect(owedSince(DUTIES, kind, day)).toBe(since);
  });
});
