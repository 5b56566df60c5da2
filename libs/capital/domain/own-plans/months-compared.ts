import { formatRate, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { monthEnds } from './past-course';

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
  const last = cumulative?.at(-1);
  return last === undefined || capital === null ? null : formatRate(BigInt(last), BigInt(capital));
}
