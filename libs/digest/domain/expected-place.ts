import { quartersOf, type QuarterTargets } from '@thongvon/alerts';
import {
  daysBetween,
  divideHalfAwayFromZero,
  plainDate,
  type PlainDate,
  type PlanYear,
} from '@thongvon/kernel';
import type { ExpectedPlace, Milestone } from './digest';

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
