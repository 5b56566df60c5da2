import { addDays, plainDate, yearOf, type PlainDate } from './plain-date';

/**
 * A plan year has 13 months (decree 254/2025, article 12): advances may be paid to 31/12, compensation advances and
 * completed work to 31/1 of the next year.
 */
export type PlanYear = number;

export const PLAN_TYPES = [
  'current-year',
  'carried-over',
  'advanced-from-next-year',
  'advanced-last-year',
] as const;
export type PlanType = (typeof PLAN_TYPES)[number];

/** The day on which a plan year begins: 1/1. */
export function firstDay(year: PlanYear): PlainDate {
  return plainDate(`${year}-01-01`);
}

/** The last day on which an ordinary advance may be paid. */
export function lastAdvanceDay(year: PlanYear): PlainDate {
  return plainDate(`${year}-12-31`);
}

/** The last day on which completed work may be paid: 31/1 of the next year. */
export function lastDay(year: PlanYear): PlainDate {
  return plainDate(`${year + 1}-01-31`);
}

/** The plan years that a date may belong to: in January the old one and the new one, else one. Oldest first. */
export function planYearsOn(date: PlainDate): PlanYear[] {
  const year = yearOf(date);
  return date.slice(5, 7) === '01' ? [year - 1, year] : [year];
}

/** Days of January, by which the plan year runs on into the next calendar year. */
const DAYS_INTO_NEXT_YEAR = 31;

/**
 * The plan year that is current on a day, for every page, letter, alert and document: until 31 January the one of last year,
 * which is still being paid (contract, section 2).
 */
export function currentPlanYear(day: PlainDate): PlanYear {
  return yearOf(addDays(day, -DAYS_INTO_NEXT_YEAR));
}

/** The same in SQL, of an expression of type `date`. */
export function currentPlanYearSql(day: string): string {
  return `extract(year FROM ${day} - ${DAYS_INTO_NEXT_YEAR})::int`;
}
