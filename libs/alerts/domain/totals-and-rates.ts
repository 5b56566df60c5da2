import { addDays, type Dong, isPaceTooOld, type PlainDate, sumDong, weekOfFigure } from '@thongvon/kernel';
import type { Firing, Situation } from './alert-rule';
import {
  figureDate,
  type LineFacts,
  type ProjectFacts,
  type Total,
  totalOf,
  type WeekFacts,
} from './week-facts';

/** Ids of the organisation and of all above it, nearest first. */
export function lineage(facts: WeekFacts, organizationId: string): string[] {
  const ids: string[] = [];
  let id: string | null = organizationId;
  while (id !== null && !ids.includes(id)) {
    ids.push(id);
    id = facts.organizations.get(id)?.parentId ?? null;
  }
  return ids;
}

/**
 * This year's plan and what is disbursed of it, by organisation, each with all below it, as summaries count it:
 * projects without a plan enter no rate. Only lines that `counts` are summed.
 */
export function totalsByOrganization(
  facts: WeekFacts,
  counts: (line: LineFacts) => boolean = () => true,
): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const project of facts.projects.values()) {
    const total = totalOf(project.lines.filter(counts), 'current-year');
    if (total.planned === null) continue;
    for (const id of lineage(facts, project.organizationId)) {
      const sum = totals.get(id);
      totals.set(id, {
        planned: sumDong([sum?.planned ?? null, total.planned]),
        disbursed: sumDong([sum?.disbursed ?? null, total.disbursed]),
      });
    }
  }
  return totals;
}

/** A threshold in percent (two decimals at most) as whole hundredths of a percent. */
export function hundredths(percent: number): bigint {
  return BigInt(Math.round(percent * 100));
}

/** Whether `part ÷ whole` is below `percent`, as exact fractions. A whole that isn't positive has no rate. */
export function isBelow(part: Dong, whole: Dong, percent: number): boolean {
  return whole > 0n && part * 10_000n < hundredths(percent) * whole;
}

/** Part and whole that are known, the whole more than nothing. */
export interface KnownRate {
  readonly planned: Dong;
  readonly disbursed: Dong;
}

/** Undefined where there is no rate. */
export function rateOf(total: Total | undefined): KnownRate | undefined {
  if (total === undefined || total.planned === null || total.disbursed === null) return undefined;
  return total.planned > 0n ? { planned: total.planned, disbursed: total.disbursed } : undefined;
}

/** rate < other − points, as exact fractions. */
export function isBelowBy(rate: KnownRate, other: KnownRate, points: number): boolean {
  const mine = rate.disbursed * other.planned * 10_000n;
  const theirs = other.disbursed * rate.planned * 10_000n;
  return mine < theirs - hundredths(points) * rate.planned * other.planned;
}

/**
 * The week that figures of this year's plan are of: by it they are judged, not by the week in which somebody looks. A figure that
 * nobody renews is judged as it was when it was new: silence opens nothing and mends nothing (ADR 0153). Null: nothing is reported.
 */
export function figureWeek(lines: readonly LineFacts[], { week }: Pick<WeekFacts, 'week'>): PlainDate | null {
  const on = figureDate(lines, 'current-year');
  if (on === null) return null;
  const of = weekOfFigure(on);
  return of < week ? of : week;
}

/** The newest figures' week of planned projects; null where none has figures. */
export function newestFigureWeek(
  projects: Iterable<Pick<ProjectFacts, 'lines'>>,
  now: Pick<WeekFacts, 'week'>,
): PlainDate | null {
  const weeks = [...projects].flatMap(({ lines }) =>
    totalOf(lines, 'current-year').planned === null ? [] : (figureWeek(lines, now) ?? []),
  );
  return weeks.toSorted().at(-1) ?? null;
}

/** The newest figures' week of each organisation, with all below it, over planned projects. */
export const figureWeekByOrganization = (facts: WeekFacts): ReadonlyMap<string, PlainDate> =>
  newestByOffice(facts, ({ lines }) =>
    totalOf(lines, 'current-year').planned === null ? null : figureWeek(lines, facts),
  );

/** Dates of the newest figures in a frozen week. Those of offices are looked for once, when the first is asked for. */
export class NewestFigures {
  private byOffice: ReadonlyMap<string, PlainDate> | undefined;

  constructor(private readonly facts: WeekFacts) {}

  /** Of the project, else of all projects of the office and of those below it; null: nothing is reported. */
  of({ projectId, organizationId }: Pick<Firing, 'projectId' | 'organizationId'>): PlainDate | null {
    if (projectId !== null) {
      const project = this.facts.projects.get(projectId);
      return project ? figureDate(project.lines, 'current-year') : null;
    }
    this.byOffice ??= newestByOffice(this.facts, ({ lines }) => figureDate(lines, 'current-year'));
    return this.byOffice.get(organizationId) ?? null;
  }
}

function newestByOffice(
  facts: WeekFacts,
  dateOf: (project: ProjectFacts) => PlainDate | null,
): ReadonlyMap<string, PlainDate> {
  const newest = new Map<string, PlainDate>();
  for (const project of facts.projects.values()) {
    const date = dateOf(project);
    if (date === null) continue;
    for (const id of lineage(facts, project.organizationId)) {
      const known = newest.get(id);
      if (known === undefined || known < date) newest.set(id, date);
    }
  }
  return newest;
}

/**
 * The project as it was so many weeks before the week of its figures; undefined where no frozen week shows it, or where its
 * figures are too old to say how it moves (kernel, `isPaceTooOld`).
 */
export function weeksEarlier(
  { now, before }: Pick<Situation, 'now' | 'before'>,
  { id, lines }: ProjectFacts,
  weeks: number,
): ProjectFacts | undefined {
  const on = figureDate(lines, 'current-year');
  const of = figureWeek(lines, now);
  if (on === null || of === null || isPaceTooOld(on, now.week)) return undefined;
  const start = addDays(of, -7 * weeks);
  return before.find(({ week }) => week <= start)?.projects.get(id);
}

/** Frozen weeks that a rule looks at to see so many weeks before figures that may themselves be four weeks old. */
export const weeksBefore = (weeks: number): number => weeks + WEEKS_OLD;
const WEEKS_OLD = 5;
