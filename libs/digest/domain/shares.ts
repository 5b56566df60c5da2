import { quartersOf, type QuarterTargets } from '@thongvon/alerts';
import {
  daysBetween,
  divideHalfAwayFromZero,
  type Dong,
  formatRate,
  type PlainDate,
  plainDate,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import { figureDateOf, type Share, shareOf } from '@thongvon/reallocation';
import type { FrozenProject, FrozenWeek } from '@thongvon/snapshots';
import type { Digest, ExpectedPlace, Milestone } from './digest';

/** Where nothing is planned and nothing reported. */
export const NO_SHARE: Share = { planned: null, disbursed: null };

/** Shares of projects by their ids. */
export type Shares = ReadonlyMap<string, Share>;

export function sharesOf(projects: readonly FrozenProject[], planYear: PlanYear): Shares {
  return new Map(projects.map((project) => [project.id, shareOf(project, planYear)]));
}

/** Date of the newest figure among planned projects. */
export function newestFigure(
  projects: readonly Pick<FrozenProject, 'lines'>[],
  planYear: PlanYear,
): PlainDate | null {
  const planned = projects.filter((project) => shareOf(project, planYear).planned !== null);
  const dates = planned.flatMap((project) => figureDateOf(project, planYear) ?? []);
  return dates.toSorted().at(-1) ?? null;
}

/** The sum that a frozen week holds over the planned projects, or over those without a plan. */
export function sumOfWeek(
  { rollups }: Pick<FrozenWeek, 'rollups'>,
  planYear: PlanYear,
  dimension: 'total' | 'unplanned' = 'total',
): Share & { readonly projects: number } {
  const rows = rollups.filter(
    (row) =>
      row.planYear === planYear && row.denominator === 'current-year-plan' && row.dimension === dimension,
  );
  return {
    planned: sumDong(rows.map(({ planned }) => planned)),
    disbursed: sumDong(rows.map(({ disbursed }) => disbursed)),
    projects: rows.reduce((sum, { projects }) => sum + projects, 0),
  };
}

/** Whether a figure of the week itself was there. */
export function hasReported({ rollups }: Pick<FrozenWeek, 'rollups'>, planYear: PlanYear): boolean {
  return rollups.some((row) => row.planYear === planYear && row.dimension === 'total' && row.reported > 0);
}

/** `now` less `before`; null where either isn't known. */
export function changeBetween(before: Dong | null | undefined, now: Dong | null): Dong | null {
  return before == null || now === null ? null : now - before;
}

/** "52.18"; null where it has none. */
export function rateOf({ planned, disbursed }: Share): string | null {
  return planned === null || disbursed === null ? null : formatRate(disbursed, planned);
}

/** The points that the change of a digest comes to; null where it has no change. */
export function movedPoints({
  before,
  total,
  movement,
}: Pick<Digest, 'before' | 'total' | 'movement'>): string | null {
  return before === null || movement.value === null ? null : pointsBetween(before, total);
}

/** By how many percentage points the rate has risen: the exact fractions' difference, rounded once. Null where either has no rate. */
export function pointsBetween(before: Share, now: Share): string | null {
  const [p0, d0, p1, d1] = [before.planned, before.disbursed, now.planned, now.disbursed];
  if (p0 === null || d0 === null || p1 === null || d1 === null || p0 <= 0n || p1 <= 0n) return null;
  return formatRate(d1 * p0 - d0 * p1, p0 * p1);
}

/** The targets, in percent with at most two decimals, as the dates by which they are to be met. */
export function milestones(year: PlanYear, targets: QuarterTargets): Milestone[] {
  return quartersOf(year).map(({ key, due }) => ({
    date: due,
    hundredths: BigInt(Math.round(targets[key] * 100)),
  }));
}

/** Where the plan should be on `day`: on the line from nothing on 1/1 through the targets. Null when the year is over. */
export function expectedPlace(day: PlainDate, year: PlanYear, targets: QuarterTargets): ExpectedPlace | null {
  const points = [{ date: plainDate(`${year - 1}-12-31`), hundredths: 0n }, ...milestones(year, targets)];
  const index = points.findIndex(({ date }) => date >= day);
  const [from, next, final] = [points[index - 1], points[index], points.at(-1)];
  if (!from || !next || !final) return null;
  const [passed, length] = [daysBetween(from.date, day), daysBetween(from.date, next.date)];
  const rise = (next.hundredths - from.hundredths) * BigInt(passed);
  return { hundredths: from.hundredths + divideHalfAwayFromZero(rise, BigInt(length)), next, final };
}
