import type { QuarterTargets } from '@thongvon/alerts';
import { ageingOf, groupsOf, heldParts } from '@thongvon/blockers';
import {
  currentPlanYear,
  daysBetween,
  type Dong,
  frozenReckoning,
  groupBy,
  isOverdue,
  movementBetween,
  type PlanYear,
  type Reckoning,
} from '@thongvon/kernel';
import { figureDateOf, groundsOf, NO_MARKET, remainingOf, Rooms, type Share } from '@thongvon/reallocation';
import type { FrozenOrganization } from '@thongvon/snapshots';
import { decisionsOf } from './decisions';
import type { DecidedTask } from './decision';
import type { Digest, Improvement, Milestone, ProjectRow, UnitOverdue } from './digest';
import { groupedBlocker, heldBy } from './held';
import {
  expectedPlace,
  hasReported,
  milestones,
  newestFigure,
  NO_SHARE,
  pointsBetween,
  type Shares,
  sharesOf,
  sumOfWeek,
} from './shares';
import { forecastOfWeek, silenceOf } from './week-forecast';
import { underwayOf, weekTasks } from './week-tasks';
import type { LetterWeek, PreviousWeek, SummedWeek, WeekMaterial } from './within-scope';

/** What a leader reads of a week, made of frozen weeks alone: the same material gives the same digest for ever. */
export function makeDigest(
  {
    now,
    previous,
    base = previous,
    earlier,
    alerts,
    tasks,
    open = tasks && { tasks: [...tasks.given, ...tasks.earlier], day: now.week },
    grounds: all = [],
    estimated = null,
    paidBefore = new Map(),
  }: WeekMaterial,
  targets: QuarterTargets | null,
  market = NO_MARKET,
): Digest {
  const planYear = currentPlanYear(now.week);
  const weeks: readonly SummedWeek[] = [now, ...(previous ? [previous] : []), ...earlier];
  const shares = sharesOf([...now.projects, ...now.cleared], planYear);
  const before = sharesOf(previous?.projects ?? [], planYear);
  const asOf = newestFigure(now.projects, planYear);
  const reckoning = frozenReckoning(now.week, asOf);
  const grounds = groundsOf(all, planYear);
  const expected = targets && expectedPlace(now.week, planYear, targets);
  const [total, baseTotal] = [sumOfWeek(now, planYear), base ? sumOfWeek(base, planYear) : null];
  const rooms = new Rooms({ now, planYear, grounds, market, paidBefore });
  const decided = open ? underwayOf(open.tasks, open.day) : new Map<string, DecidedTask>();
  const material = { now, alerts, shares, grounds, reckoning, planYear, rooms };
  const { asked: decisions, underway } = decisionsOf({ ...material, underway: decided });
  return {
    week: now.week,
    revision: now.revision,
    correction: now.reason,
    frozenAt: now.frozenAt,
    asOf,
    reckoning,
    planYear,
    total,
    tasks: weekTasks(tasks, reckoning.businessDay),
    before: base && baseTotal ? { ...baseTotal, week: base.week } : null,
    movement: movementBetween(
      { amount: baseTotal?.disbursed ?? null, on: base ? newestFigure(base.projects, planYear) : null },
      { amount: total.disbursed, on: asOf },
      now.week,
    ),
    expected,
    held: heldOfWeek(now, shares, reckoning, remainingOf(total)),
    decisions,
    underway,
    forecast: forecastOfWeek({ now, planYear, grounds, total, expected, decisions }),
    silence: silenceOf(now, planYear, estimated),
    overdueByUnit: overdueByUnit(now, shares),
    ...dutiesOf(now.organizations),
    improvements: previous
      ? improvementsOf(
          { now, previous, shares, before },
          planYear,
          targets ? milestones(planYear, targets) : [],
        )
      : [],
    weeks: weeks
      .map((week) => ({
        ...sumOfWeek(week, planYear),
        week: week.week,
        reported: hasReported(week, planYear),
      }))
      .toReversed(),
    projects: rowsOf(now, shares, base, planYear),
    unplanned: sumOfWeek(now, planYear, 'unplanned'),
  };
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
function rowsOf(
  now: LetterWeek,
  shares: Shares,
  base: PreviousWeek | null,
  planYear: PlanYear,
): ProjectRow[] {
  const before = new Map(base?.projects.map((project) => [project.id, project]));
  const earlier = sharesOf(base?.projects ?? [], planYear);
  const overdue = new Set(
    now.blockers.flatMap(({ due, projectId }) =>
      isOverdue(due, { businessDay: now.week }) ? [projectId] : [],
    ),
  );
  return now.projects
    .flatMap((project): ProjectRow[] => {
      const { id, code, name, owner, reported } = project;
      const figureAsOf = figureDateOf(project, planYear);
      const share = shares.get(id) ?? NO_SHARE;
      if (share.planned === null) return [];
      const was = before.get(id);
      const { value: change } = movementBetween(
        { amount: earlier.get(id)?.disbursed ?? null, on: was ? figureDateOf(was, planYear) : null },
        { amount: share.disbursed, on: figureAsOf },
        now.week,
      );
      const facts = { id, code, name, owner, figureAsOf, reported, overdue: overdue.has(id) };
      return [{ ...facts, ...share, change, remaining: remainingOf(share) }];
    })
    .toSorted((a, b) => order(b.remaining) - order(a.remaining) || a.name.localeCompare(b.name, 'vi'));
}

/** Only for sorting: no amount is shown from it. */
const order = (amount: bigint | null): number => (amount === null ? -1 : Number(amount));

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
function improvementsOf(
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

/** What blockers hold, with what they leave of `remaining`, by how pressing they are, and by cause: as confirmed, else as the words of the return suggest. */
function heldOfWeek(
  { blockers, week }: LetterWeek,
  shares: Shares,
  reckoning: Reckoning,
  remaining: Dong | null,
): Digest['held'] {
  const held = blockers.map((blocker) => groupedBlocker(blocker, shares));
  return {
    ...heldBy(blockers, shares, week),
    parts: heldParts(held, reckoning, remaining),
    ageing: ageingOf(held, reckoning),
    byCause: groupsOf(held, 'likelyCause', reckoning),
  };
}

/** Who lets blockers wait past their day: the longest wait first. */
function overdueByUnit({ blockers: all, week }: LetterWeek, shares: Shares): UnitOverdue[] {
  const overdue = all.filter(({ due }) => isOverdue(due, { businessDay: week }));
  return [...groupBy(overdue, ({ responsibleUnit }) => responsibleUnit)]
    .map(([unit, blockers]) => ({
      unit,
      blockers: blockers.length,
      days: Math.max(...blockers.map(({ due }) => (due === null ? 0 : daysBetween(due, week)))),
      held: heldBy(blockers, shares, week).amount,
    }))
    .toSorted((a, b) => b.days - a.days || (a.unit ?? '').localeCompare(b.unit ?? '', 'vi'));
}
