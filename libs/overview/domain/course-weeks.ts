import type { Curve } from '@thongvon/capital';
import {
  addDays,
  daysBetween,
  type Dong,
  dongOf,
  firstDay,
  formatRate,
  type PlainDate,
  plainDateOf,
  type PlanYear,
  rateOf,
  yearOf,
} from '@thongvon/kernel';

/** What is known of a week of the plan year. Rates are percent of the plan in force, two decimals. */
export interface CourseWeek {
  /** The week's last day: weeks end on the weekday of the figures, the last one with the plan year. */
  readonly on: PlainDate;
  /** The newest figures that began to hold in the week; null: none did, or the week is ahead. */
  readonly actual: {
    readonly asOf: PlainDate;
    readonly disbursed: string;
    readonly rate: string | null;
  } | null;
  /** Due by then, on the line through the milestones. */
  readonly expected: string | null;
  /** What was known of the year before on the same day of it, of its own plan, and since when. */
  readonly previousYear: { readonly asOf: PlainDate; readonly rate: string } | null;
  /** On the straight way from the newest figures to the target. */
  readonly needed: string | null;
  /** With the blocked projects at 0, 25, 50, 75 and 100 % of their pace; null up to the figures' day, and without a forecast. */
  readonly forecast: readonly string[] | null;
}

/** The course of the year as its weeks are made of. */
type Course = Pick<
  Curve,
  'asOf' | 'planYear' | 'lastDay' | 'planned' | 'points' | 'forecast' | 'previousYear' | 'neededPerWeek'
>;

/** The weeks of the plan year, oldest first; none before there are figures. `target`: percent, at most two decimals. */
export function courseWeeks(
  course: Course,
  target: number,
  expectedOn: (day: PlainDate) => string | null,
): CourseWeek[] {
  const { asOf } = course;
  if (asOf === null) return [];
  return weekEnds(course.planYear, asOf, course.lastDay).map((on, index, ends) => ({
    on,
    actual: actualOf(course, ends[index - 1] ?? addDays(on, -7), on),
    expected: expectedOn(on),
    previousYear: previousOn(course.previousYear, on),
    needed: neededOn(course, asOf, target, on),
    forecast: forecastOn(course, asOf, on),
  }));
}

/** Every seventh day before and after the figures' day, and the year's last day. */
function weekEnds(planYear: PlanYear, asOf: PlainDate, lastDay: PlainDate): PlainDate[] {
  const from = firstDay(planYear);
  const rest = ((daysBetween(from, asOf) % 7) + 7) % 7;
  const weeks = Math.floor((daysBetween(from, lastDay) - rest) / 7) + 1;
  const ends = Array.from({ length: weeks }, (_, week) => addDays(from, rest + 7 * week));
  return ends.at(-1) === lastDay ? ends : [...ends, lastDay];
}

function actualOf({ points, planned }: Course, after: PlainDate, on: PlainDate): CourseWeek['actual'] {
  const point = points.findLast(({ asOf, disbursed }) => disbursed !== null && asOf > after && asOf <= on);
  if (point?.disbursed == null) return null;
  const { asOf, disbursed, notSplit } = point;
  return { asOf, disbursed, rate: notSplit === null ? rateOf(BigInt(disbursed), dongOf(planned)) : null };
}

/** What was typed is of month ends, so that in between the last of them is what is known. */
function previousOn(year: Course['previousYear'], on: PlainDate): CourseWeek['previousYear'] {
  if (year === null) return null;
  const day = yearBefore(on);
  const known = year.points.findLast(({ asOf, disbursed }) => disbursed !== null && asOf <= day);
  if (known?.notSplit !== null) return null;
  const rate = rateOf(dongOf(known.disbursed), dongOf(year.planned));
  return rate === null ? null : { asOf: known.asOf, rate };
}

/** The same day a year earlier; 28 February of the 29th. */
function yearBefore(day: PlainDate): PlainDate {
  const [year, month, date] = [yearOf(day) - 1, Number(day.slice(5, 7)), Number(day.slice(8))];
  return plainDateOf(year, month, date) ?? addDays(day, -366);
}

/** Nothing is needed once the target is reached; what that takes isn't known of old figures (`neededPerWeek`). */
function neededOn(course: Course, asOf: PlainDate, target: number, on: PlainDate): string | null {
  const { neededPerWeek, lastDay } = course;
  const [planned, now] = [dongOf(course.planned), dongOf(course.points.at(-1)?.disbursed ?? null)];
  if (on <= asOf || neededPerWeek === null || neededPerWeek === '0' || planned === null || now === null)
    return null;
  const [passed, all] = [BigInt(daysBetween(asOf, on)), BigInt(daysBetween(asOf, lastDay))];
  const atTarget: Dong = planned * BigInt(Math.round(target * 100));
  return formatRate(now * 10_000n * (all - passed) + atTarget * passed, planned * 10_000n * all);
}

function forecastOn({ forecast, planned }: Course, asOf: PlainDate, on: PlainDate): CourseWeek['forecast'] {
  const point = forecast.find((one) => one.asOf === on);
  if (on <= asOf || point === undefined) return null;
  const { blockedStandStill, blockedAtQuarter, blockedAtHalf, blockedAtThreeQuarters, keepingPace } = point;
  const rates = [blockedStandStill, blockedAtQuarter, blockedAtHalf, blockedAtThreeQuarters, keepingPace];
  const known = rates.flatMap((amount) => rateOf(dongOf(amount), dongOf(planned)) ?? []);
  return known.length === rates.length ? known : null;
}
