import {
  daysBetween,
  divideHalfAwayFromZero,
  lastDay,
  plainDate,
  type PlainDate,
  type PlanYear,
} from '@thongvon/kernel';
import type { ExpectedPlace, Milestone } from './digest';

/** Targets in percent (at most two decimals) for the ends of the quarters, the last for 31/1 of the next year. */
export type QuarterTargets = Readonly<Record<'q1' | 'q2' | 'q3' | 'year', number>>;

/** The targets as the dates by which they are to be met. */
export function milestones(year: PlanYear, { q1, q2, q3, year: whole }: QuarterTargets): Milestone[] {
  const at = (date: PlainDate, percent: number): Milestone => ({
    date,
    hundredths: BigInt(Math.round(percent * 100)),
  });
  return [
    at(plainDate(`${year}-03-31`), q1),
    at(plainDate(`${year}-06-30`), q2),
    at(plainDate(`${year}-09-30`), q3),
    at(lastDay(year), whole),
  ];
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
