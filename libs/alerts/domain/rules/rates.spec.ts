import fc from 'fast-check';
import { line, project, situation, weekFacts } from '../../testing/week-facts';
import { totalOf } from '../week-facts';
import { belowAverage, belowLastYear } from './behind';
import { belowQuarterTarget } from './quarter-target';
import { noMovement } from './standstill';
import { nothingAfterFirstQuarter } from './standstill';
import { overPlan } from './contradicting-figures';

const names = (found: readonly { subject: { kind: string; id: string } }[]): string[] =>
  found.map(({ subject }) => `${subject.kind} ${subject.id}`);

describe('rates against thresholds', () => {
  it('are compared as exact fractions: a đồng below the target fires, the target itself does not', () => {
    const on = { asOf: '2023-07-05' };
    const week = weekFacts('2023-07-06', [
      project('a', [line(3_000_000_000n, 1_350_000_000n, on)]),
      project('b', [line(3_000_000_000n, 1_349_999_999n, on)]),
    ]);
    const found = belowQuarterTarget.evaluate(situation([week], { q2: 45 }));
    // Both round to 45.00 %; the offices' sum is half a đồng short.
    expect(names(found)).toEqual(['organization board', 'organization district', 'project b']);
  });

  it('never call a project with its rate at the average or above it below', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 13n });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 8 }), (pairs) => {
        const projects = pairs.map(([a, b], i) => project(`p${i}`, [line(a > b ? a : b, a > b ? b : a)]));
        const { planned, disbursed } = totalOf(projects.flatMap(({ lines }) => lines));
        const below = projects.filter(
          ({ lines: [only] }) =>
            (only?.disbursed ?? 0n) * (planned ?? 0n) < (disbursed ?? 0n) * (only?.planned ?? 0n),
        );
        const found = belowAverage
          .evaluate(situation([weekFacts('2023-06-22', projects)], { points: 0 }))
          .filter(({ subject }) => subject.kind === 'project');
        expect(found.map(({ subject }) => subject.id)).toEqual(below.map(({ id }) => id));
      }),
    );
  });

  it('compare offices with the same day of the year before: by figures where there are any, else as entered', () => {
    const week = weekFacts('2023-06-22', [
      project('a', [line(100n, 40n)]),
      project('b', [line(100n, 45n)], 'commune'),
    ]);
    const entered = new Map([
      ['board', { planned: 100n, disbursed: 99n }],
      ['commune', { planned: 1000n, disbursed: 501n }],
    ]);
    const figures = [{ organizationId: 'board', planned: 100n, disbursed: 45n }];
    const reported = { ...week, yearBefore: { ...week.yearBefore, figures, entered } };
    const found = belowLastYear.evaluate(situation([reported], { points: 5 }));
    // The board is five points behind its figures and not 59; the district's own are the board's.
    expect(names(found)).toEqual(['organization commune']);
    expect(belowLastYear.evaluate(situation([week], { points: 0 }))).toEqual([]);
  });

  it('let pass what is below the average by no more than the points set', () => {
    const week = weekFacts('2023-06-22', [
      project('a', [line(100n, 60n)]),
      project('b', [line(100n, 40n)], 'commune'),
    ]);
    const found = (points: number) => names(belowAverage.evaluate(situation([week], { points })));
    expect(found(10)).toEqual([]);
    expect(found(9.99)).toEqual(['organization commune', 'project b']);
  });

  it('ask for the target of the last quarter that is over, and for that of the year in January', () => {
    const due = (week: string): unknown =>
      belowQuarterTarget.evaluate(
        situation([weekFacts(week, [project('a', [line(100n, 0n, { asOf: week })])])], {
          q1: 20,
          q2: 45,
          q3: 70,
          year: 95,
        }),
      )[0]?.numbers['due'];
    expect(due('2023-03-30')).toBeUndefined();
    expect(due('2023-04-06')).toBe('2023-03-31');
    expect(due('2023-09-28')).toBe('2023-06-30');
    expect(due('2024-01-11')).toBe('2024-01-31');
  });

  it('say nothing of what is not reported, nor of what has no plan', () => {
    const week = weekFacts('2023-07-06', [
      project('silent', [line(100n, null)]),
      project('unplanned', [line(null, 5n)]),
    ]);
    const emptied = weekFacts('2023-07-06', [project('emptied', [line(0n, 0n)])]);
    for (const rule of [belowQuarterTarget, belowAverage, nothingAfterFirstQuarter, overPlan]) {
      for (const facts of [week, emptied])
        expect(rule.evaluate(situation([facts], { q2: 45, points: 0 }))).toEqual([]);
    }
  });
});

describe('over the plan', () => {
  it('counts plan types together, those with a plan on record', () => {
    const of = (...lines: ReturnType<typeof line>[]) =>
      names(overPlan.evaluate(situation([weekFacts('2023-06-22', [project('a', lines)])])));
    const carried = { planType: 'carried-over' as const };
    expect(of(line(100n, 110n), line(20n, 0n, carried))).toEqual([]);
    expect(of(line(100n, 110n), line(5n, 0n, carried))).toEqual(['project a']);
    expect(of(line(100n, 90n), line(null, 50n, carried))).toEqual([]);
  });
});

describe('no movement', () => {
  const week = (on: string, disbursed: bigint, asOf: string) =>
    weekFacts(on, [project('a', [line(100n, disbursed, { asOf })])]);
  const weeks = [
    week('2023-06-22', 40n, '2023-06-21'),
    week('2023-06-15', 40n, '2023-06-14'),
    week('2023-06-08', 40n, '2023-06-07'),
    week('2023-06-01', 30n, '2023-05-31'),
  ] as const;

  it('counts from the first figure that said the same, in whole weeks between figures', () => {
    expect(noMovement.evaluate(situation(weeks, { weeks: 2 }))[0]?.numbers).toMatchObject({
      since: '2023-06-07',
      weeks: 2,
    });
    expect(noMovement.evaluate(situation(weeks, { weeks: 3 }))).toEqual([]);
  });

  it('does not count weeks in which nobody reported', () => {
    const silent = [
      week('2023-06-22', 40n, '2023-06-07'),
      week('2023-06-15', 40n, '2023-06-07'),
      week('2023-06-08', 40n, '2023-06-07'),
    ] as const;
    expect(noMovement.evaluate(situation(silent, { weeks: 1 }))).toEqual([]);
  });
});
