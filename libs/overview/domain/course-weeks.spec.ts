import fc from 'fast-check';
import { addDays, daysBetween, lastDay, plainDate } from '@thongvon/kernel';
import { courseWeeks } from './course-weeks';

type Course = Parameters<typeof courseWeeks>[0];
type Point = Course['points'][number];

const point = (asOf: string, disbursed: string | null, notSplit: string | null = null): Point => ({
  asOf: plainDate(asOf),
  disbursed,
  notSplit,
});

const ahead = (asOf: string, ...amounts: readonly [string, string, string, string, string]) => ({
  asOf: plainDate(asOf),
  blockedStandStill: amounts[0],
  blockedAtQuarter: amounts[1],
  blockedAtHalf: amounts[2],
  blockedAtThreeQuarters: amounts[3],
  keepingPace: amounts[4],
});

/** A plan of 1 000 đồng; figures of three Wednesdays, with one without between them. */
const COURSE: Course = {
  planYear: 2023,
  asOf: plainDate('2023-06-21'),
  lastDay: lastDay(2023),
  planned: '1000',
  points: [point('2023-05-31', '380'), point('2023-06-07', '400'), point('2023-06-21', '520')],
  forecast: [
    ahead('2023-06-21', '520', '520', '520', '520', '520'),
    ahead('2023-06-28', '525', '527', '529', '530', '532'),
  ],
  previousYear: null,
  neededPerWeek: '14',
};

const weeksOf = (change: Partial<Course> = {}) => courseWeeks({ ...COURSE, ...change }, 95, () => null);
const week = (on: string, change: Partial<Course> = {}) => weeksOf(change).find((one) => one.on === on);

describe('the weeks of a plan year', () => {
  it('end on the weekday of the figures, the last one with the year', () => {
    const ends = weeksOf().map(({ on }) => on);
    expect(ends).toHaveLength(57);
    expect([ends[0], ends.at(-2), ends.at(-1)]).toEqual(['2023-01-04', '2024-01-24', '2024-01-31']);
    expect(
      weeksOf({ asOf: plainDate('2023-06-22') })
        .map(({ on }) => on)
        .slice(-2),
    ).toEqual(['2024-01-25', '2024-01-31']);
  });

  it('fill the year without a gap, whatever the day of the figures is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 460 }), (days) => {
        const asOf = addDays(plainDate('2023-01-01'), days);
        const ends = weeksOf({ asOf }).map(({ on }) => on);
        expect(daysBetween(plainDate('2023-01-01'), ends[0] ?? asOf)).toBeLessThan(7);
        expect(ends.at(-1)).toBe('2024-01-31');
        ends.slice(1, -1).forEach((on, index) => expect(daysBetween(ends[index] ?? on, on)).toBe(7));
        if (asOf >= '2023-01-01' && asOf <= '2024-01-31') expect(ends).toContain(asOf);
      }),
    );
  });

  it('hold the newest figures of their own seven days, and none where nothing was reported', () => {
    expect(week('2023-06-07')?.actual).toEqual({ asOf: '2023-06-07', disbursed: '400', rate: '40.00' });
    expect(week('2023-06-14')?.actual).toBeNull();
    expect(week('2023-06-21')?.actual?.rate).toBe('52.00');
    const daily = { points: [point('2023-06-15', '410'), point('2023-06-20', '500')] };
    expect(week('2023-06-21', daily)?.actual).toEqual({
      asOf: '2023-06-20',
      disbursed: '500',
      rate: '50.00',
    });
    expect(week('2023-06-14', daily)?.actual).toBeNull();
  });

  it('give no rate of a source where some of it is not split', () => {
    expect(week('2023-06-21', { points: [point('2023-06-21', '520', '30')] })?.actual).toEqual({
      asOf: '2023-06-21',
      disbursed: '520',
      rate: null,
    });
  });

  it('say what was known of the year before on the same day, and since when', () => {
    const previousYear = {
      planYear: 2022,
      planned: '500',
      entered: true,
      points: [point('2022-05-31', '150'), point('2022-06-30', '200')],
    };
    expect(week('2023-06-21', { previousYear })?.previousYear).toEqual({ asOf: '2022-05-31', rate: '30.00' });
    expect(week('2023-05-24', { previousYear })?.previousYear).toBeNull();
    expect(week('2023-07-05', { previousYear })?.previousYear?.rate).toBe('40.00');
    expect(
      weeksOf({ previousYear: { ...previousYear, planned: null } }).every((one) => one.previousYear === null),
    ).toBe(true);
  });

  it('lead on a straight way from the figures to the target, to the hundredth', () => {
    expect(week('2023-06-21')?.needed).toBeNull();
    // 32 weeks for 43 points: 1,34375 a week.
    expect(week('2023-06-28')?.needed).toBe('53.34');
    expect(week('2023-10-11')?.needed).toBe('73.50');
    expect(week('2024-01-31')?.needed).toBe('95.00');
    expect(weeksOf({ neededPerWeek: '0' }).every(({ needed }) => needed === null)).toBe(true);
    expect(weeksOf({ neededPerWeek: null }).every(({ needed }) => needed === null)).toBe(true);
  });

  it('forecast after the figures only, blocked projects at each quarter of their pace', () => {
    expect(week('2023-06-21')?.forecast).toBeNull();
    expect(week('2023-06-28')?.forecast).toEqual(['52.50', '52.70', '52.90', '53.00', '53.20']);
    const unknown = { ...ahead('2023-06-28', '1', '1', '1', '1', '1'), keepingPace: null };
    expect(week('2023-06-28', { forecast: [unknown] })?.forecast).toBeNull();
  });

  it('are none before there are figures', () => {
    expect(weeksOf({ asOf: null })).toEqual([]);
  });
});
