import fc from 'fast-check';
import { addDays, lastDay, plainDate } from '@thongvon/kernel';
import { groundsOf, type Outlook, outlookOf } from '@thongvon/reallocation';
import { frozenWeek, project, WEEK } from '../testing/frozen-weeks';
import { latestDay } from './outlook';

const END = lastDay(2023);
const TY = 1_000_000_000n;

/** A project with figures of `on`, and so much disbursed by `from`. */
function outlook(
  planned: bigint | null,
  before: bigint | null,
  disbursed: bigint | null,
  [from, on]: readonly [string, string] = ['2023-05-24', '2023-06-21'],
): Outlook {
  const { projects } = frozenWeek([project('p', planned, disbursed, { figureAsOf: plainDate(on) })]);
  const [one] = projects;
  if (!one) throw new Error('no project');
  const ground = { projectId: 'p', planYear: 2023, asOf: plainDate(from), disbursed: before };
  return outlookOf(one, groundsOf([ground], 2023), { week: WEEK, planYear: 2023 });
}

describe('where a project leads', () => {
  it('is what it has disbursed and its pace until 31/01, up to its plan', () => {
    // 28 đồng in 28 days; 224 days from 21/6/2023 to 31/1/2024.
    expect(outlook(1000n, 100n, 128n)).toMatchObject({ forecast: 352n, unspent: 648n, remaining: 872n });
    expect(outlook(300n, 100n, 128n)).toMatchObject({ forecast: 300n, unspent: 0n });
    expect(outlook(100n, 90n, 128n)).toMatchObject({ forecast: 128n, unspent: 0n, remaining: 0n });
  });

  it('is not known without two reports four weeks apart, nor by figures that are older', () => {
    expect(outlook(1000n, null, 128n)).toMatchObject({ forecast: null, unspent: null });
    expect(outlook(1000n, 100n, null)).toMatchObject({ forecast: null, unspent: null, remaining: null });
    expect(outlook(1000n, 100n, 128n, ['2023-04-20', '2023-05-24'])).toMatchObject({
      unspent: null,
      pace: { reason: 'too-old', since: '2023-05-24' },
    });
    expect(outlook(null, 100n, 128n)).toMatchObject({ forecast: null, unspent: null });
  });

  it('stays where it is when the sum has fallen', () => {
    expect(outlook(1000n, 200n, 128n)).toMatchObject({ forecast: 128n, unspent: 872n });
  });
});

describe('the latest day to be free by', () => {
  it('is 31/01 less the weeks that the rest takes, rounded up', () => {
    // 24,115 at 1,449 a week takes 16,6 weeks; 42,376 at 2,216 takes 19,1 (design, weekly-mail-2).
    const at = (remaining: bigint, weekly: bigint) =>
      latestDay(outlook(remaining + 4n * weekly, 0n, 4n * weekly), WEEK, END);
    expect(at(24_115n, 1_449n)).toEqual({ state: 'known', weeks: 17, on: '2023-10-04' });
    expect(at(42_376n, 2_216n)).toEqual({ state: 'known', weeks: 20, on: '2023-09-13' });
    expect(at(26_306n, 342n)).toEqual({ state: 'passed', weeks: 77, weeksLeft: 31 });
  });

  it('is said not to be there, where none is', () => {
    expect(latestDay(outlook(10n, 10n, 10n), WEEK, END)).toEqual({ state: 'nothing-left' });
    expect(latestDay(outlook(20n, 10n, 10n), WEEK, END)).toEqual({ state: 'not-moving' });
    expect(latestDay(outlook(20n, null, 10n), WEEK, END)).toEqual({ state: 'no-pace' });
    expect(latestDay(outlook(20n, 10n, null), WEEK, END)).toEqual({ state: 'no-pace' });
  });

  it('leaves the fewest whole weeks that suffice', () => {
    const dong = fc.bigInt({ min: 1n, max: 1000n * TY });
    fc.assert(
      fc.property(dong, dong, fc.integer({ min: 28, max: 60 }), (remaining, change, days) => {
        const on = '2023-06-21';
        const of = outlook(remaining + change, 0n, change, [addDays(plainDate(on), -days), on]);
        const latest = latestDay(of, WEEK, END);
        if (latest.state !== 'known' && latest.state !== 'passed') throw new Error(latest.state);
        const suffices = (weeks: number): boolean => change * BigInt(weeks) * 7n >= remaining * BigInt(days);
        expect([suffices(latest.weeks), suffices(latest.weeks - 1)]).toEqual([true, false]);
        if (latest.state === 'known') {
          expect(addDays(latest.on, 7 * latest.weeks)).toBe(END);
          expect(latest.on >= WEEK).toBe(true);
        } else expect(latest.weeks).toBeGreaterThan(latest.weeksLeft);
      }),
    );
  });
});
