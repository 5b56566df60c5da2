import { addDays, isPaceTooOld, weekOfFigure, type PlainDate } from '@thongvon/kernel';
import type { Situation } from './alert-rule';
import { lineage } from './totals-and-rates';
import { figureDate, totalOf, type LineFacts, type ProjectFacts, type WeekFacts } from './week-facts';

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
export function figureWeekByOrganization(facts: WeekFacts): ReadonlyMap<string, PlainDate> {
  const newest = new Map<string, PlainDate>();
  for (const { lines, organizationId } of facts.projects.values()) {
    const week = figureWeek(lines, facts);
    if (week === null || totalOf(lines, 'current-year').planned === null) continue;
    for (const id of lineage(facts, organizationId)) {
      const known = newest.get(id);
      if (known === undefined || known < week) newest.set(id, week);
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
