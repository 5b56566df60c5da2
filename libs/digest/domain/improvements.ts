import { daysBetween, type PlanYear } from '@thongvon/kernel';
import type { Shares } from './blockers';
import type { Improvement, Milestone, Share } from './digest';
import { pointsBetween, sumOfWeek } from './shares';
import type { LetterWeek, PreviousWeek } from './within-scope';

/** How many of a kind are reported. */
const PROJECTS = 2;
const BLOCKERS = 3;

/** A week and the one before it, each with its projects' shares of the plan year. */
interface ComparedWeeks {
  readonly now: LetterWeek;
  readonly previous: PreviousWeek;
  readonly shares: Shares;
  readonly before: Shares;
}

/** What got better since the week before: targets passed, blockers closed, the projects whose rate rose most. */
export function improvementsOf(
  { now, previous, shares, before }: ComparedWeeks,
  planYear: PlanYear,
  targets: readonly Milestone[],
): Improvement[] {
  return [
    ...milestonesPassed(now, previous, planYear, targets),
    ...blockersClosed(now, previous),
    ...projectsThatRose(now, shares, before),
  ];
}

function milestonesPassed(
  now: LetterWeek,
  before: PreviousWeek,
  planYear: PlanYear,
  targets: readonly Milestone[],
): Improvement[] {
  const [earlier, later] = [sumOfWeek(before, planYear), sumOfWeek(now, planYear)];
  const milestone = targets.find((target) => isBelow(earlier, target) && reaches(later, target));
  if (!milestone) return [];
  return [{ type: 'milestone-passed', milestone, daysEarly: daysBetween(now.week, milestone.date) }];
}

function blockersClosed(now: LetterWeek, before: PreviousWeek): Improvement[] {
  const open = new Set(now.blockers.map(({ id }) => id));
  const names = new Map([...before.projects, ...before.cleared].map(({ id, name }) => [id, name]));
  return before.blockers
    .filter(({ id }) => !open.has(id))
    .slice(0, BLOCKERS)
    .map(({ projectId, held }) => ({ type: 'blocker-closed', project: names.get(projectId) ?? '', held }));
}

function projectsThatRose(now: LetterWeek, shares: Shares, before: Shares): Improvement[] {
  return now.projects
    .flatMap((project) => {
      const [was, is] = [before.get(project.id), shares.get(project.id)];
      const points = was && is && pointsBetween(was, is);
      return points && Number(points) > 0 ? [{ project: project.name, before: was, now: is, points }] : [];
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
