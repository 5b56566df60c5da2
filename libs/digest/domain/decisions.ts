import { DECISION_LADDER, type StandingAlert } from '@thongvon/alerts';
import type { AlertRuleId } from '@thongvon/api-contract';
import { daysBetween, groupBy, isStale, lastDay, sumDong, type Dong, type PlanYear } from '@thongvon/kernel';
import { withoutNames } from '@thongvon/blockers';
import type { FrozenBlocker, FrozenProject } from '@thongvon/snapshots';
import type { Decision } from './digest';
import { figureDateOf, shareOf } from './shares';
import type { LetterWeek } from './within-scope';

/** One decision for each project that has any, in the order in which they should be taken: by rung, then most capital first. */
export function decisionsOf(
  now: LetterWeek,
  alerts: readonly StandingAlert[],
  planYear: PlanYear,
): Decision[] {
  const projects = new Map([...now.projects, ...now.cleared].map((project) => [project.id, project]));
  const blockers = groupBy(now.blockers, ({ projectId }) => projectId);
  const decided = new Set<string>();
  // In January two plan years are open; a project's amounts of both must not be added up.
  const ofYear = alerts.filter((alert) => alert.planYear === null || alert.planYear === planYear);
  return DECISION_LADDER.flatMap((rules) => {
    const open = ofYear.filter(
      ({ rule, projectId }) => rules.includes(rule) && !decided.has(projectId ?? ''),
    );
    const decisions = [...groupBy(open, ({ projectId }) => projectId)].flatMap(([projectId, raised]) => {
      const project = projects.get(projectId ?? '');
      const own = blockers.get(projectId ?? '') ?? [];
      return project ? [decisionOf(now, project, own, mostPressing(raised, rules), planYear)] : [];
    });
    for (const { project } of decisions) decided.add(project.id);
    return decisions.toSorted(mostMoneyFirst);
  });
}

/** Of a project's alerts in a group: those of the first rule that is among them. */
function mostPressing(raised: readonly StandingAlert[], rules: readonly AlertRuleId[]): StandingAlert[] {
  const rule = rules.find((candidate) => raised.some((alert) => alert.rule === candidate));
  return raised.filter((alert) => alert.rule === rule);
}

function decisionOf(
  now: LetterWeek,
  project: FrozenProject,
  blockers: readonly FrozenBlocker[],
  raised: readonly StandingAlert[],
  planYear: PlanYear,
): Decision {
  const [first] = raised;
  if (!first) throw new Error('a decision needs an alert');
  const blocker = blockerOf(blockers, first);
  const again = raised.find(({ reopened }) => reopened !== null);
  const figuresOn = figureDateOf(project, planYear);
  const due = first.blockerId === null ? null : (blocker?.due ?? null);
  return {
    rule: first.rule,
    project: { id: project.id, name: project.name },
    blockerId: first.blockerId,
    // Lines of several sources add up; several blockers of one project hold the same money.
    amount: first.blockerId === null ? sumDong(raised.map(({ amount }) => amount)) : most(raised),
    cause: blocker?.cause ?? 'unclassified',
    reason: blocker ? withoutNames(blocker.description) : null,
    unit: blocker?.responsibleUnit ?? project.owner ?? first.organization,
    daysOverdue: due === null ? null : daysBetween(due, now.week),
    due,
    share: shareOf(project, planYear),
    staleFrom: isStale(figuresOn, now.week) ? figuresOn : null,
    daysLeft: daysBetween(now.week, lastDay(planYear)),
    reopened: again?.reopened ?? null,
    reopenedEn: again?.reopenedEn ?? null,
    openFor: daysBetween(
      raised.map(({ openedOn }) => openedOn).reduce((a, b) => (a < b ? a : b)),
      now.week,
    ),
  };
}

/** Of a project's blockers the one that the alert is about, else the one that holds most: it is why nothing moves. */
function blockerOf(blockers: readonly FrozenBlocker[], alert: StandingAlert): FrozenBlocker | undefined {
  if (alert.blockerId !== null) return blockers.find(({ id }) => id === alert.blockerId);
  return blockers.toSorted((a, b) => descending(a.held, b.held))[0];
}

function most(raised: readonly StandingAlert[]): Dong | null {
  return raised.map(({ amount }) => amount).toSorted(descending)[0] ?? null;
}

function mostMoneyFirst(a: Decision, b: Decision): number {
  return descending(a.amount, b.amount) || (a.project.id < b.project.id ? -1 : 1);
}

/** What isn't known comes last. */
function descending(a: Dong | null, b: Dong | null): number {
  const [x, y] = [a ?? -1n, b ?? -1n];
  return x < y ? 1 : x > y ? -1 : 0;
}
