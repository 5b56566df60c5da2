import fc from 'fast-check';
import { line, project, situation, weekFacts } from '../../testing/week-facts';
import type { ProjectFacts } from '../week-facts';
import { cannotBeSpent } from './cannot-be-spent';

const [THEN, NOW] = ['2023-05-31', '2023-06-28'] as const;
/** From the newest figures, 28/6/2023, to 31/1/2024: the days that the overview's forecast counts. */
const DAYS_LEFT = 217n;

const evaluate = (then: readonly ProjectFacts[], now: readonly ProjectFacts[], pace = 100) =>
  cannotBeSpent.evaluate(
    situation([weekFacts('2023-06-29', now), weekFacts('2023-06-01', then)], { weeks: 1, pace }),
  );
const moved = (id: string, planned: bigint, before: bigint, after: bigint, source = 'district-budget') =>
  [THEN, NOW].map((asOf, i) => project(id, [line(planned, i === 0 ? before : after, { asOf, source })]));
const weeksOf = (...projects: ProjectFacts[][]): [ProjectFacts[], ProjectFacts[]] => [
  projects.flatMap(([then]) => then ?? []),
  projects.flatMap(([, now]) => now ?? []),
];

describe('what can not be spent by 31/1', () => {
  it('is what the pace of the last weeks leaves of the plan, to the đồng, rounded so that nothing is hidden', () => {
    // 28 đồng in 28 days: 217 more until 31/1, of 1000 − 128 left.
    const [found] = evaluate(...weeksOf(moved('a', 1000n, 100n, 128n)));
    expect(found).toMatchObject({ amount: 1000n - 128n - DAYS_LEFT, numbers: { daysLeft: 217, days: 28 } });
    expect(evaluate(...weeksOf(moved('a', 345n, 100n, 128n)))).toEqual([]);
    expect(evaluate(...weeksOf(moved('a', 346n, 100n, 128n)))[0]?.amount).toBe(1n);
  });

  it('counts on less of the pace where a threshold says so', () => {
    expect(evaluate(...weeksOf(moved('a', 345n, 100n, 128n)), 50)[0]?.amount).toBe(217n - 108n);
  });

  it('names who could take it: same source, most room first, no more than their room, nobody who is blocked', () => {
    const [then, now] = weeksOf(
      moved('slow', 1000n, 0n, 0n),
      moved('fast', 1000n, 0n, 900n),
      moved('faster', 2000n, 0n, 1950n),
      moved('other', 1000n, 0n, 999n, 'provincial-budget'),
    );
    const receivers = (blocked: readonly string[]) => {
      const facts = weekFacts('2023-06-29', now);
      const blockers = blocked.map((projectId) => ({
        id: projectId,
        projectId,
        projectName: projectId,
        organizationId: 'board',
        cause: 'unclassified' as const,
        responsibleUnit: null,
        due: null,
        lastActionOn: facts.week,
        capitalHeld: null,
      }));
      const given = situation([{ ...facts, blockers }, weekFacts('2023-06-01', then)], {
        weeks: 1,
        pace: 100,
      });
      return cannotBeSpent.evaluate(given)[0]?.numbers['receivers'];
    };
    expect(receivers([])).toEqual([{ id: 'faster', name: 'Dự án faster', amount: '1000' }]);
    expect(receivers(['faster'])).toEqual([{ id: 'fast', name: 'Dự án fast', amount: '1000' }]);
    expect(receivers(['faster', 'fast'])).toEqual([]);
  });

  it('never guesses a source: planned from two and reported without one, nobody is named', () => {
    const of = (asOf: string) => [
      project('a', [
        line(500n, null, { source: 'provincial-budget' }),
        line(500n, null, { source: 'district-budget' }),
        line(null, 10n, { source: 'unspecified', asOf }),
      ]),
      ...moved('fast', 1000n, 0n, 900n)
        .slice(asOf === THEN ? 0 : 1)
        .slice(0, 1),
    ];
    const [found] = evaluate(of(THEN), of(NOW));
    expect(found).toMatchObject({ amount: 990n, numbers: { source: null, receivers: [] } });
    expect(found?.texts[0]).toContain('không tách nguồn');
  });

  it('takes what is reported without a source as of the plan’s only one', () => {
    const of = (asOf: string) => [
      project('a', [line(500n, null), line(null, 10n, { source: 'unspecified', asOf })]),
    ];
    expect(evaluate(of(THEN), of(NOW))[0]).toMatchObject({
      amount: 490n,
      numbers: { source: 'district-budget' },
    });
  });

  it('says nothing where no newer figure tells a pace', () => {
    const stale = project('a', [line(1000n, 100n, { asOf: THEN })]);
    expect(evaluate([stale], [stale])).toEqual([]);
    expect(evaluate([], [stale])).toEqual([]);
  });

  it('proposes between nothing and all that is left, and receivers never take more than that', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const course = fc.tuple(amount, amount, amount);
    fc.assert(
      fc.property(fc.array(course, { minLength: 1, maxLength: 10 }), (courses) => {
        const projects = courses.map(([planned, before, after], i) => moved(`p${i}`, planned, before, after));
        for (const found of evaluate(...weeksOf(...projects))) {
          const { remaining, receivers } = found.numbers as {
            remaining: string;
            receivers: { amount: string }[];
          };
          const left = found.amount ?? 0n;
          expect(left > 0n && left <= BigInt(remaining)).toBe(true);
          const taken = receivers.reduce((sum, receiver) => sum + BigInt(receiver.amount), 0n);
          expect(taken <= left).toBe(true);
        }
      }),
    );
  });
});
