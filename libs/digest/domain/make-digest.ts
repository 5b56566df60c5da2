import { lastDay, yearOf, type PlanYear } from '@thongvon/kernel';
import type { FrozenOrganization, FrozenWeek } from '@thongvon/snapshots';
import { heldBy, isOverdue, overdueByUnit } from './blockers';
import { decisionsOf } from './decisions';
import type { Digest, ProjectRow } from './digest';
import { expectedPlace, milestones, type QuarterTargets } from './expected-place';
import { improvementsOf } from './improvements';
import { changeBetween, remainingOf, shareOf, sumOfWeek } from './shares';
import type { WeekMaterial } from './within-scope';

/** What a leader reads of a week, made of frozen weeks alone: the same material gives the same digest for ever. */
export function makeDigest({ now, before, alerts }: WeekMaterial, targets: QuarterTargets | null): Digest {
  const planYear = planYearOf(now);
  const previous = before[0];
  const shares = new Map(now.projects.map((project) => [project.id, shareOf(project, planYear)]));
  const expected = targets && expectedPlace(now.week, planYear, targets);
  const dates = now.projects.flatMap(({ figureAsOf }) => figureAsOf ?? []);
  return {
    week: now.week,
    revision: now.revision,
    correction: now.reason,
    frozenAt: now.frozenAt,
    asOf: dates.toSorted().at(-1) ?? null,
    planYear,
    total: sumOfWeek(now, planYear),
    before: previous ? { ...sumOfWeek(previous, planYear), week: previous.week } : null,
    expected,
    held: heldBy(now.blockers, shares, now.week),
    decisions: decisionsOf(now, alerts, planYear),
    overdueByUnit: overdueByUnit(now, shares),
    ...dutiesOf(now.organizations),
    improvements: previous
      ? improvementsOf(now, previous, planYear, targets ? milestones(planYear, targets) : [])
      : [],
    weeks: [now, ...before].map((week) => ({ ...sumOfWeek(week, planYear), week: week.week })).toReversed(),
    projects: rowsOf(now, previous, planYear),
    unplanned: sumOfWeek(now, planYear, 'unplanned'),
  };
}

/** The year that is told of: in January the one that ends on the 31st, as long as it has a plan; else that of the week. */
function planYearOf(now: FrozenWeek): PlanYear {
  const running = now.planYears.filter((year) => lastDay(year) >= now.week);
  return running.find((year) => sumOfWeek(now, year).planned !== null) ?? yearOf(now.week);
}

function dutiesOf(
  organizations: readonly FrozenOrganization[],
): Pick<Digest, 'silent' | 'sentBack' | 'pending' | 'coverage'> {
  const owing = organizations.filter(({ owes }) => owes);
  return {
    silent: owing.filter(({ state }) => state === 'silent'),
    sentBack: owing.filter(({ state }) => state === 'sent-back'),
    pending: organizations
      .filter(({ state }) => state === 'pending')
      .map(({ name, kind, receivedAt }) => ({ office: name, kind, receivedAt })),
    coverage: {
      owed: owing.length,
      fulfilled: owing.filter(({ state }) => state === 'reported').length,
    },
  };
}

/** Planned projects, most capital left first; those that nobody reports last. */
function rowsOf(now: FrozenWeek, previous: FrozenWeek | undefined, planYear: PlanYear): ProjectRow[] {
  const earlier = new Map(previous?.projects.map((project) => [project.id, shareOf(project, planYear)]));
  const overdue = new Set(
    now.blockers.flatMap((blocker) => (isOverdue(blocker, now.week) ? [blocker.projectId] : [])),
  );
  return now.projects
    .flatMap((project): ProjectRow[] => {
      const { id, code, name, owner, figureAsOf, reported } = project;
      const share = shareOf(project, planYear);
      if (share.planned === null) return [];
      const change = changeBetween(earlier.get(id)?.disbursed, share.disbursed);
      const facts = { id, code, name, owner, figureAsOf, reported, overdue: overdue.has(id) };
      return [{ ...facts, ...share, change, remaining: remainingOf(share) }];
    })
    .toSorted((a, b) => order(b.remaining) - order(a.remaining) || a.name.localeCompare(b.name, 'vi'));
}

/** Only for sorting: no amount is shown from it. */
const order = (amount: bigint | null): number => (amount === null ? -1 : Number(amount));
