import { plainDate } from '@thongvon/kernel';
import { type DatedDuty, dutiesOn } from './duties-on';

const from = (day: string, ...kinds: DatedDuty['kinds']): DatedDuty => ({ from: plainDate(day), kinds });

const DUTIES = [
  from('2022-01-01', 'disbursement'),
  from('2022-07-01'),
  from('2023-01-01', 'disbursement'),
  from('2023-03-01', 'disbursement', 'land-clearance'),
  from('2023-09-01', 'disbursement'),
];

describe('what an office owes', () => {
  it.each<[string, Record<string, string>]>([
    ['2021-12-31', {}],
    ['2022-06-30', { disbursement: '2022-01-01' }],
    ['2022-08-01', {}],
    ['2023-08-31', { disbursement: '2023-01-01', 'land-clearance': '2023-03-01' }],
    ['2023-09-01', { disbursement: '2023-01-01' }],
  ])('on %s: each kind since when without a break', (day, owed) => {
    const found = dutiesOn(DUTIES, plainDate(day)).owed.map(({ kind, since }) => [kind, since]);
    expect(Object.fromEntries(found)).toEqual(owed);
  });

  it('is what its last entry says until the day; what comes is apart', () => {
    const coming = (day: string) => dutiesOn(DUTIES, plainDate(day)).coming;
    expect(coming('2023-08-31')).toEqual([from('2023-09-01', 'disbursement')]);
    expect(coming('2023-09-01')).toEqual([]);
    expect(coming('2021-12-31')).toEqual(DUTIES);
    expect(dutiesOn([], plainDate('2023-09-01'))).toEqual({ owed: [], coming: [] });
  });
});
