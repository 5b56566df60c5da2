import { lastDay, yearOf, type PlanYear } from '@thongvon/kernel';
import type { FrozenOrganization } from '@thongvon/snapshots';
import { heldBy, isOverdue, overdueByUnit, type Shares } from './blockers';
import { decisionsOf } from './decisions';
import type { Digest, ProjectRow } from './digest';
import { expectedPlace, milestones, type QuarterTargets } from './expected-place';
import { improvementsOf } from './improvements';
import { changeBetween, NO_SHARE, remainingOf, sharesOf, sumOfWeek } from './shares';
import type { LetterWeek, SummedWeek, WeekMaterial } from './within-scope';

/** What a leader reads of a week, made of frozen weeks alone: the same material gives the same digest for ever. */
export function makeDigest(
  { now, previous, earlier, alerts }: WeekMaterial,
  targets: QuarterTargets | null,
): Digest {
  const planYear = planYearOf(now);
  const weeks: readonly SummedWeek[] = [now, ...(previous ? [previous] : []), ...earlier];
  const shares = sharesOf([...now.projects, ...now.cleared], planYear);
  const before = sharesOf(previous?.projects ?? [], planYear);
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
      ? improvementsOf(
          { now, previous, shares, before },
          planYear,
          targets ? milestones(planYear, targets) : [],
        )
      : [],
    weeks: weeks.map((week) => ({ ...sumOfWeek(week, planYear), week: week.week })).toReversed(),
    projects: rowsOf(now, shares, before),
    unplanned: sumOfWeek(now, planYear, 'unplanned'),
  };
}

/** The year that is told of: in January the one that ends on the 31st, as long as it has a plan; else that of the week. */
function planYearOf(now: LetterWeek): PlanYear {
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
function rowsOf(now: LetterWeek, shares: Shares, before: Shares): ProjectRow[] {
  const overdue = new Set(
    now.blockers.flatMap((blocker) => (isOverdue(blocker, now.week) ? [blocker.projectId] : [])),
  );
  return now.projects
    .flatMap((project): ProjectRow[] => {
      const { id, code, name, owner, figureAsOf, reported } = project;
      const share = shares.get(id) ?? NO_SHARE;
      if (share.planned === null) return [];
      const change = changeBetween(before.get(id)?.disbursed, share.disbursed);
      const facts = { id, code, name, owner, figureAsOf, reported, overdue: overdue.has(id) };
      return [{ ...facts, ...share, change, remaining: remainingOf(share) }];
    })
    .toSorted((a, b) => order(b.remaining) - order(a.remaining) || a.name.localeCompare(b.name, 'vi'));
}

/** Only for sorting: no amount is shown from it. */
const order = (amount: bigint | null): number => (amount === null ? -1 : Number(amount));
