import fc from 'fast-check';
import { addDays, firstDayOfWeek, plainDate, type PlainDate } from '@thongvon/kernel';
import { line, project, situation, weekFacts } from '../testing/week-facts';
import { evaluateRules } from './evaluate-rules';
import { RULES } from './rules';
import { belowQuarterTarget } from './rules/quarter-target';
import type { WeekFacts } from './week-facts';

const WEEK = plainDate('2023-07-13');

describe('what rules about pace find by old figures', () => {
  it('names the day of the figures exactly where they are older than the reporting week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
        const [mine, other] = [addDays(WEEK, -a), addDays(WEEK, -b)];
        const now = weekFacts(WEEK, [
          project('a', [line(100n, 1n, { asOf: mine })], 'board'),
          project('b', [line(100n, 1n, { asOf: other })], 'commune'),
        ]);
        const found = evaluateRules([belowQuarterTarget], [{ now, before: [] }], []);
        const newest = mine > other ? mine : other;
        for (const [id, on] of [
          ['a', mine],
          ['b', other],
          ['district', newest],
        ] as const) {
          const text = found.find(({ subject }) => subject.id === id)?.texts[0] ?? '';
          expect([id, text.includes('Số liệu cũ từ ngày')]).toEqual([id, on < firstDayOfWeek(WEEK)]);
        }
      }),
    );
  });

  it('is named of the project’s blockers and contract advances too, whose amounts are of its figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
        const on = { a: addDays(WEEK, -a), b: addDays(WEEK, -b) };
        const of = (id: 'a' | 'b') => ({ projectId: id, projectName: id, organizationId: 'board' });
        const begun = plainDate('2023-05-01');
        const blocker = {
          cause: 'unclassified' as const,
          responsibleUnit: null,
          lastActionOn: begun,
          capitalHeld: 99n,
        };
        const now = {
          ...weekFacts(WEEK, [
            project('a', [line(100n, 1n, { asOf: on.a })]),
            project('b', [line(100n, 1n, { asOf: on.b })]),
          ]),
          blockers: (['a', 'b'] as const).flatMap((id) =>
            [begun, WEEK, null].map((due, n) => ({ ...of(id), ...blocker, id: `${id}${n}`, due })),
          ),
          contractAdvances: (['a', 'b'] as const).map((id) => ({
            ...{
              ...of(id),
              id,
              contract: '1',
              contractor: 'X',
              contractValue: 9n,
              outstanding: 5n,
              disbursed: null,
            },
            ...{ recoverBy: begun, overdueAfter: null, state: 'due' as const, daysLate: 0 },
          })),
        };
        const found = evaluateRules(BY_FIGURES, [{ now, before: [] }], []);
        expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(BY_FIGURES.map(({ id }) => id)));
        for (const { rule, projectId, texts } of found) {
          const mine = on[projectId === 'a' ? 'a' : 'b'];
          const says = [texts[0].includes('Số liệu cũ từ ngày'), texts[1].includes('By old figures')];
          const isOld = mine < firstDayOfWeek(WEEK);
          expect([rule, ...says]).toEqual([rule, isOld, isOld]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const BY_FIGURES = RULES.filter(({ id }) =>
  ['blocker-overdue', 'blocker-due-this-week', 'blocker-without-action', 'contract-advance-due'].includes(id),
);

const TARGETS = { q1: 20, q2: 45, q3: 70, year: 95 };

/** Rules about pace, which compare what was reported with what should be. */
const OF_PACE = RULES.filter(({ judges, id }) => judges === 'pace' || id === 'handed-over-without-volume');

/** Weekly figures of projects, each reported until its own week; `weeks` later nothing newer. */
function weeksOf(courses: readonly Course[], first: PlainDate, count: number): WeekFacts[] {
  return Array.from({ length: count }, (_, i) => {
    const projects = courses.map(({ planned, steps, until, office }, n) => {
      const at = Math.min(i, until);
      const disbursed = steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0n);
      const asOf = addDays(first, 7 * at - 1);
      return { ...project(`p${n}`, [line(planned, disbursed, { asOf })], office), handedOver: true };
    });
    const ownPlans = new Map(
      projects.map(({ id }) => [id, Array.from({ length: 13 }, (_, m) => BigInt(m) * 90n)]),
    );
    const on = addDays(first, 7 * Math.min(i, Math.max(...courses.map(({ until }) => until))) - 365);
    const entered = new Map([['district', { planned: 100n, disbursed: BigInt(on.slice(5, 7)) * 8n }]]);
    return {
      ...weekFacts(addDays(first, 7 * i), projects),
      ownPlans,
      yearBefore: { on, figures: [], entered },
    };
  });
}

interface Course {
  readonly planned: bigint;
  readonly steps: readonly bigint[];
  readonly until: number;
  readonly office: string;
}

const course = (until: fc.Arbitrary<number>): fc.Arbitrary<Course> =>
  fc.record({
    planned: fc.bigInt({ min: 1n, max: 1000n }),
    steps: fc.array(fc.bigInt({ min: 0n, max: 60n }), { minLength: 12, maxLength: 12 }),
    until,
    office: fc.constantFrom('board', 'commune'),
  });
/** Late May, so that the second quarter ends while nobody reports. */
const first = fc.constantFrom(...['2023-02-23', '2023-05-25', '2023-08-24'].map(plainDate));

/** What the rules find in a week, and for which money. */
function foundIn(weeks: readonly WeekFacts[], at: number): ReadonlyMap<string, string> {
  const now = weeks[at];
  if (!now) throw new Error('no such week');
  const before = weeks.slice(0, at).toReversed().slice(0, 20);
  const settings = [{ ...SET, rule: 'below-quarter-target' as const, thresholds: TARGETS }];
  const found = evaluateRules(OF_PACE, [{ now, before }], settings);
  return new Map(found.map((one) => [`${one.rule} ${one.subject.id}`, String(one.amount)]));
}
const SET = {
  organizationId: null,
  planYear: null,
  source: null,
  effectiveFrom: plainDate('2023-01-01'),
  enabled: null,
  severity: null,
};

describe('silence', () => {
  it('of all opens no alert about pace, makes none bigger, and for four weeks closes none', () => {
    fc.assert(
      fc.property(
        first,
        fc.array(course(fc.constant(6)), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        (start, courses, silent) => {
          const weeks = weeksOf(courses, start, 7 + silent);
          const [then, later] = [foundIn(weeks, 6), foundIn(weeks, 6 + silent)];
          for (const [key, amount] of later) expect([key, then.get(key)]).toEqual([key, amount]);
          if (silent <= 3) expect([...later.keys()]).toEqual([...then.keys()]);
        },
      ),
    );
  });

  it('of one opens nothing about it while others report', () => {
    fc.assert(
      fc.property(
        first,
        course(fc.constant(6)),
        fc.array(course(fc.constant(11)), { minLength: 1, maxLength: 4 }),
        (start, silent, others) => {
          const weeks = weeksOf([silent, ...others], start, 12);
          const then = foundIn(weeks, 6);
          for (const at of [7, 9, 11])
            for (const [key, amount] of foundIn(weeks, at)) {
              if (!/ p0(\/|$)/.test(key)) continue;
              expect([key, then.get(key)]).toEqual([key, amount]);
            }
        },
      ),
    );
  });

  it('doesn’t measure figures of June by the target of the end of June', () => {
    const found = (week: string, asOf: string) =>
      belowQuarterTarget
        .evaluate(situation([weekFacts(week, [project('a', [line(100n, 40n, { asOf })])])], TARGETS))
        .map(({ subject, numbers }) => [subject.id, numbers['target']]);
    expect(found('2023-07-13', '2023-06-21')).toEqual([]);
    expect(found('2023-07-13', '2023-07-12')).toEqual([
      ['board', 45],
      ['district', 45],
      ['a', 45],
    ]);
    // What stood stands, as it was.
    expect(found('2024-01-11', '2023-07-12')).toEqual(found('2023-07-13', '2023-07-12'));
  });

  it('of one office doesn’t pull the whole below: its plan is measured by the target of its own week', () => {
    const sum = (silent: bigint, reported: bigint) =>
      belowQuarterTarget
        .evaluate(
          situation(
            [
              weekFacts('2023-07-13', [
                project('old', [line(100n, silent, { asOf: '2023-06-21' })]),
                project('new', [line(100n, reported, { asOf: '2023-07-12' })], 'commune'),
              ]),
            ],
            TARGETS,
          ),
        )
        .find(({ subject }) => subject.id === 'district');
    expect(sum(30n, 45n)).toBeUndefined();
    expect(sum(20n, 44n)?.texts[0]).toContain(
      '(1 dự án có số liệu cũ hơn tính theo mục tiêu của tuần số liệu)',
    );
  });
});
