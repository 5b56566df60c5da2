import fc from 'fast-check';
import { decisionAskedBy, type StandingAlert } from '@thongvon/alerts';
import { ALERT_RULES, URGENCIES } from '@thongvon/api-contract';
import { addDays } from '@thongvon/kernel';
import { blocker, BOARD, frozenWeek, project, WEEK } from '../testing/frozen-weeks';
import { sentenceOf } from './messages/decision-texts';
import { makeDigest } from './make-digest';
import { byRank, FACTORS } from './ranking';

const PROJECTS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];

const amount = fc.bigInt({ min: 0n, max: 10n ** 11n });
const projects = fc.tuple(
  ...PROJECTS.map((id) =>
    fc
      .record({ planned: fc.option(amount), disbursed: fc.option(amount) })
      .map(({ planned, disbursed }) => project(id, planned, disbursed)),
  ),
);
const blockers = fc
  .array(
    fc.record({
      projectId: fc.constantFrom(...PROJECTS),
      due: fc.option(fc.integer({ min: -60, max: 60 })),
      setAmount: fc.option(amount),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ projectId, due, setAmount }, index) =>
      blocker(`b${index}`, projectId, due === null ? null : addDays(WEEK, due), { setAmount }),
    ),
  );
const alerts = fc
  .array(
    fc.record({
      rule: fc.constantFrom(...ALERT_RULES),
      projectId: fc.constantFrom(...PROJECTS),
      amount: fc.option(amount),
      age: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 24 },
  )
  .map((all) =>
    all.map(({ rule, projectId, amount: about, age }, index): StandingAlert => ({
      ...{ rule, projectId, amount: about, openedOn: addDays(WEEK, -age) },
      ...{ title: rule, planYear: 2023, organizationId: BOARD, organization: 'Ban QLDA', blockerId: null },
      ...{ ofClearance: false, text: `${rule} ${index}`, textEn: `${rule} ${index}` },
      ...{ reopened: null, reopenedEn: null },
    })),
  );
const grounds = fc
  .array(fc.record({ projectId: fc.constantFrom(...PROJECTS), disbursed: fc.option(amount) }), {
    maxLength: 6,
  })
  .map((all) => all.map((one) => ({ ...one, planYear: 2023, asOf: addDays(WEEK, -29) })));
const weeks = fc.record({ projects, blockers, alerts, grounds });

const decided = ({
  projects: all,
  blockers: open,
  alerts: raised,
  grounds: from,
}: typeof weeks extends fc.Arbitrary<infer T> ? T : never) =>
  makeDigest(
    { now: frozenWeek(all, { blockers: open }), previous: null, earlier: [], alerts: raised, grounds: from },
    null,
  ).decisions;

describe('what a leader decides on', () => {
  it('is one item for each project of which a rule asks for a decision, with all that rules say of it', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const decisions = decided(week);
        const asked = week.alerts.filter(({ rule }) => decisionAskedBy(rule) !== null);
        expect(decisions.map(({ project: { id } }) => id).toSorted()).toEqual(
          [...new Set(asked.map(({ projectId }) => projectId ?? ''))].toSorted(),
        );
        for (const {
          project: { id },
          alerts: folded,
        } of decisions)
          expect(folded.map(({ texts: [text] }) => text).toSorted()).toEqual(
            week.alerts.flatMap(({ projectId, text }) => (projectId === id ? [text] : [])).toSorted(),
          );
      }),
    );
  });

  it('is ordered by money × factor, in an order that no order of rows changes', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const decisions = decided(week);
        for (const { rank } of decisions) {
          expect(rank.weight).toBe(rank.money === null ? null : rank.money * BigInt(FACTORS[rank.urgency]));
          for (const part of [rank.held, rank.unspent])
            if (part !== null && part > 0n) expect(rank.money !== null && rank.money >= part).toBe(true);
        }
        for (const [index, next] of decisions.slice(1).entries()) {
          const before = decisions[index];
          if (!before) throw new Error('no item before');
          expect(byRank(before, next)).toBeLessThan(0);
          expect(byRank(next, before)).toBeGreaterThan(0);
          expect((before.rank.weight ?? -1n) >= (next.rank.weight ?? -1n)).toBe(true);
        }
        const turned = decided({
          projects: week.projects.toReversed(),
          blockers: week.blockers.toReversed(),
          alerts: week.alerts.toReversed(),
          grounds: week.grounds,
        });
        expect(turned.map(({ project: { id }, rank }) => [id, rank])).toEqual(
          decisions.map(({ project: { id }, rank }) => [id, rank]),
        );
      }),
    );
  });

  it('is as urgent as the day of its most pressing blocker, or as a limit that has passed', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        for (const {
          project: { id },
          rank,
        } of decided(week)) {
          const dues = week.blockers.flatMap(({ projectId, due }) => (projectId === id ? (due ?? []) : []));
          const past = week.alerts.some(
            ({ projectId, rule }) => projectId === id && decisionAskedBy(rule)?.isPast === true,
          );
          // The letter goes out on Friday; the next one seven days later is the last day that is soon.
          const [first] = dues.toSorted();
          const expected =
            past || (first !== undefined && first < WEEK)
              ? 'overdue'
              : first !== undefined && first <= addDays(WEEK, 8)
                ? 'due-soon'
                : 'other';
          expect(rank.urgency).toBe(expected);
        }
      }),
    );
    expect(URGENCIES.map((urgency) => FACTORS[urgency])).toEqual([3, 2, 1]);
  });

  it('says something in both languages, and never an amount that nobody knows as zero', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        for (const decision of decided(week)) {
          const said = sentenceOf(decision);
          for (const text of said) expect(text).toMatch(/^\S[\s\S]*[.…]$/);
          expect(said.join(' ')).not.toMatch(/null|undefined|NaN| {2}/);
          if (decision.rank.money === null) expect(said[0]).toContain('chưa rõ số tiền');
        }
      }),
    );
  });
});
