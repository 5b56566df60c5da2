import { plainDate, yearOf, type PlainDate } from './plain-date';

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
