import { daysBetween, groupBy, type Dong, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { heldTotal } from '@thongvon/land-clearance';
import type { FrozenBlocker, FrozenWeek } from '@thongvon/snapshots';
import type { UnitOverdue } from './digest';
import { remainingOf, shareOf } from './shares';

/** What these blockers hold together, each project's money counted once. */
export function heldBy(
  week: FrozenWeek,
  blockers: readonly FrozenBlocker[],
  planYear: PlanYear,
): { amount: Dong | null; projects: number } {
  const shares = new Map(week.projects.map((project) => [project.id, shareOf(project, planYear)]));
  const held = blockers.map(({ projectId, due, setAmount }) => {
    const share = shares.get(projectId);
    return { projectId, due, setAmount, remaining: share ? remainingOf(share) : null };
  });
  const { capitalHeld, projects } = heldTotal(held, week.week);
  return { amount: capitalHeld === null ? null : BigInt(capitalHeld), projects };
}

/** Who lets blockers wait past their day: the longest wait first. */
export function overdueByUnit(week: FrozenWeek, planYear: PlanYear): UnitOverdue[] {
  const overdue = week.blockers.filter((blocker) => isOverdue(blocker, week.week));
  return [...groupBy(overdue, ({ responsibleUnit }) => responsibleUnit)]
    .map(([unit, blockers]) => ({
      unit,
      blockers: blockers.length,
      days: Math.max(...blockers.map(({ daysOverdue }) => daysOverdue ?? 0)),
      held: heldBy(week, blockers, planYear).amount,
    }))
    .toSorted((a, b) => b.days - a.days || (a.unit ?? '').localeCompare(b.unit ?? '', 'vi'));
}

/** Past its day on the day of the cut-off. */
export function isOverdue({ due }: Pick<FrozenBlocker, 'due'>, week: PlainDate): boolean {
  return due !== null && daysBetween(due, week) > 0;
}
