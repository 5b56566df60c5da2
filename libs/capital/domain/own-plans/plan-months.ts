import { PLAN_MONTHS } from '@thongvon/api-contract';
import {
  addDays,
  daysBetween,
  type Dong,
  dongOf,
  type PlainDate,
  plainDate,
  type PlanYear,
  rateOf,
} from '@thongvon/kernel';

/** The last days of the 13 months of a plan year. */
export const monthEnds = (planYear: PlanYear): PlainDate[] =>
  Array.from({ length: PLAN_MONTHS }, (_, index) => monthEnd(planYear, index + 1));

/** The last day of the nth month of the plan year, counted from 1. */
function monthEnd(planYear: PlanYear, month: number): PlainDate {
  const year = planYear + Math.floor(month / 12);
  return addDays(plainDate(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`), -1);
}

/** What a project's owner had reported as disbursed by a day, in all; whole đồng as text. */
export interface ReportedStep {
  readonly asOf: PlainDate;
  readonly disbursed: string;
}

/** A month of a plan year: what was to be disbursed by its end, and what was. Whole đồng as text. */
export interface ComparedMonth {
  readonly end: PlainDate;
  /** It is over, so that it can be held against the plan. */
  readonly over: boolean;
  /** The owner's own plan; null while nobody has entered one. */
  readonly planned: string | null;
  /** By the newest figure of its end or before; null before the first one, and of a month that hasn't begun. */
  readonly disbursed: string | null;
  /** The day of that figure. */
  readonly figuresOn: PlainDate | null;
  /** Disbursed less planned, of a month that is over. */
  readonly ahead: string | null;
}

/** The thirteen months of a year on a day. `course` is ordered by day; `cumulative` is the owner's plan, if there is one. */
export function compareMonths(
  planYear: PlanYear,
  { course, cumulative }: { course: readonly ReportedStep[]; cumulative: readonly string[] | null },
  today: PlainDate,
): ComparedMonth[] {
  return monthEnds(planYear).map((end, index) => {
    const hasBegun = end.slice(0, 7) <= today.slice(0, 7);
    const newest = hasBegun ? course.findLast(({ asOf }) => asOf <= end && asOf <= today) : undefined;
    const planned = cumulative?.[index] ?? null;
    const over = end < today;
    return {
      end,
      over,
      planned,
      disbursed: newest?.disbursed ?? null,
      figuresOn: newest?.asOf ?? null,
      ahead:
        newest === undefined || planned === null || !over
          ? null
          : (BigInt(newest.disbursed) - BigInt(planned)).toString(),
    };
  });
}

/** How much of the capital plan the owner means to disburse in all; null without a plan of either kind. */
export function wholeShare(cumulative: readonly string[] | null, capital: string | null): string | null {
  return rateOf(dongOf(cumulative?.at(-1)), dongOf(capital));
}

/** What an office had planned for a year that is over, and disbursed by the end of each of its 13 months. */
export interface PastCourse {
  readonly planYear: PlanYear;
  readonly planned: Dong;
  readonly cumulative: readonly Dong[];
}

/** A day and what was disbursed by it. */
export interface CoursePoint {
  readonly asOf: PlainDate;
  readonly disbursed: Dong;
}

/** The ends of the months with what was disbursed by them. */
export function pointsOf({ planYear, cumulative }: PastCourse): CoursePoint[] {
  const ends = monthEnds(planYear);
  return cumulative.flatMap((disbursed, index) => {
    const asOf = ends[index];
    return asOf === undefined ? [] : [{ asOf, disbursed }];
  });
}

/** What was disbursed by the day: within a month as if time passed evenly, whole đồng, rounded down. */
export function disbursedBy(course: PastCourse, day: PlainDate): Dong {
  let [from, sum] = [addDays(plainDate(`${course.planYear}-01-01`), -1), 0n];
  for (const { asOf, disbursed } of pointsOf(course)) {
    if (day <= asOf) {
      const [passed, all] = [daysBetween(from, day), daysBetween(from, asOf)];
      return sum + ((disbursed - sum) * BigInt(Math.max(0, passed))) / BigInt(all);
    }
    [from, sum] = [asOf, disbursed];
  }
  return sum;
}

/** The same day a year earlier; of 29 February the 28th. */
export function yearBefore(day: PlainDate): PlainDate {
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(4)];
  return plainDate(`${year}${rest === '-02-29' ? '-02-28' : rest}`);
}
