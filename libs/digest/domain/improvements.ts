import { daysBetween, type PlanYear } from '@thongvon/kernel';
import type { FrozenWeek } from '@thongvon/snapshots';
import type { Improvement, Milestone, Share } from './digest';
import { pointsBetween, shareOf, sumOfWeek } from './shares';

/** How many of a kind are told. */
const PROJECTS = 2;
const BLOCKERS = 3;

/** What got better since the week before: targets passed, blockers closed, the projects whose rate rose most. */
export function improvementsOf(
  now: FrozenWeek,
  before: FrozenWeek,
  planYear: PlanYear,
  targets: readonly Milestone[],
): Improvement[] {
  return [
    ...milestonesPassed(now, before, planYear, targets),
    ...blockersClosed(now, before),
    ...projectsThatRose(now, before, planYear),
  ];
}

function milestonesPassed(
  now: FrozenWeek,
  before: FrozenWeek,
  planYear: PlanYear,
  targets: readonly Milestone[],
): Improvement[] {
  const [earlier, later] = [sumOfWeek(before, planYear), sumOfWeek(now, planYear)];
  const milestone = targets.find((target) => isBelow(earlier, target) && reaches(later, target));
  if (!milestone) return [];
  return [{ type: 'milestone-passed', milestone, daysEarly: daysBetween(now.week, milestone.date) }];
}

function blockersClosed(now: FrozenWeek, before: FrozenWeek): Improvement[] {
  const open = new Set(now.blockers.map(({ id }) => id));
  const names = new Map(before.projects.map(({ id, name }) => [id, name]));
  return before.blockers
    .filter(({ id }) => !open.has(id))
    .slice(0, BLOCKERS)
    .map(({ projectId, held }) => ({ type: 'blocker-closed', project: names.get(projectId) ?? '', held }));
}

function projectsThatRose(now: FrozenWeek, before: FrozenWeek, planYear: PlanYear): Improvement[] {
  const earlier = new Map(before.projects.map((project) => [project.id, shareOf(project, planYear)]));
  return now.projects
    .flatMap((project) => {
      const [was, is] = [earlier.get(project.id), shareOf(project, planYear)];
      const points = was && pointsBetween(was, is);
      return was && points && Number(points) > 0
        ? [{ project: project.name, before: was, now: is, points }]
        : [];
    })
    .toSorted((a, b) => Number(b.points) - Number(a.points))
    .slice(0, PROJECTS)
    .map(({ points: _, ...rose }) => ({ type: 'project-rose', ...rose }));
}

function isBelow(share: Share, target: Milestone): boolean {
  const { planned, disbursed } = share;
  return planned !== null && disbursed !== null && disbursed * 10_000n < planned * target.hundredths;
}

function reaches(share: Share, target: Milestone): boolean {
  return share.planned !== null && share.planned > 0n && share.disbursed !== null && !isBelow(share, target);
}
