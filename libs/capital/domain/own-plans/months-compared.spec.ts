import { plainDate, type PlainDate } from '@thongvon/kernel';
import { compareMonths, wholeShare, type ComparedMonth } from './plan-months';

const TODAY = plainDate('2023-06-23');
const course = [
  { asOf: plainDate('2023-05-18'), disbursed: '50' },
  { asOf: plainDate('2023-06-21'), disbursed: '70' },
];
const cumulative = ['10', '20', '30', '40', '80', '90', ...Array<string>(7).fill('100')];

const month = (months: readonly ComparedMonth[], end: string): ComparedMonth => {
  const found = months.find((one) => one.end === end);
  if (!found) throw new Error(`no month that ends on ${end}`);
  return found;
};
const on = (today: PlainDate, of = { course, cumulative }) => compareMonths(2023, of, today);

describe('the months of an owner’s plan', () => {
  it('are thirteen, the last one January', () => {
    const ends = on(TODAY).map(({ end }) => end);
    expect([ends.length, ends[0], ends[1], ends[12]]).toEqual([13, '2023-01-31', '2023-02-28', '2024-01-31']);
  });

  it('are held against the newest figure by their end once they are over', () => {
    expect(month(on(TODAY), '2023-05-31')).toMatchObject({
      over: true,
      planned: '80',
      disbursed: '50',
      figuresOn: '2023-05-18',
      ahead: '-30',
    });
    expect(month(on(TODAY), '2023-06-30')).toMatchObject({ over: false, disbursed: '70', ahead: null });
    expect(month(on(plainDate('2023-07-01')), '2023-06-30')).toMatchObject({ over: true, ahead: '-20' });
  });

  it('have no figure before the first return, nor before they have begun', () => {
    expect(month(on(TODAY), '2023-04-30')).toMatchObject({ over: true, disbursed: null, ahead: null });
    expect(month(on(TODAY), '2023-07-31')).toMatchObject({ disbursed: null, figuresOn: null });
  });

  it('say what was reported also while nobody has entered a plan', () => {
    const months = compareMonths(2023, { course, cumulative: null }, TODAY);
    expect(month(months, '2023-05-31')).toMatchObject({ planned: null, disbursed: '50', ahead: null });
  });

  it('come to a share of the capital plan, where there is one', () => {
    expect(wholeShare(cumulative, '150')).toBe('66.67');
    expect(wholeShare(cumulative, '0')).toBeNull();
    expect(wholeShare(cumulative, null)).toBeNull();
    expect(wholeShare(null, '150')).toBeNull();
  });
});
