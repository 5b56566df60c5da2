declare const brand: unique symbol;

/** A calendar date without time or zone, as `YYYY-MM-DD`. Sorts and compares as text. */
export type PlainDate = string & { readonly [brand]: true };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** The date of these parts, or undefined if the calendar has no such day. Month and day count from 1. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return fromUtc(date);
}

/** Reads `YYYY-MM-DD`; undefined for anything else, also for days that don't exist. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = FORM.exec(text);
  return match ? plainDateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** As `parsePlainDate`, for text that is known to be a date. Throws RangeError when it isn't. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** Excel's day number (1900 system: 60 is the day that never was; 1904 system starts at 0). Fractions of a day are dropped. */
export function plainDateFromSerial(serial: number, date1904 = false): PlainDate | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  const whole = Math.floor(serial);
  const days = date1904 ? whole : whole < 60 ? whole - 1 : whole - 2;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1900, 0, 1);
  const date = new Date(epoch + days * DAY);
  return plainDateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The day number that Excel has for a date; the reverse of `plainDateFromSerial`. */
export function serialOf(date: PlainDate, date1904 = false): number {
  const days = (toUtc(date) - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1900, 0, 1))) / DAY;
  return date1904 ? days : days < 59 ? days + 1 : days + 2;
}

/** The date so many days later; earlier where `days` is negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromUtc(new Date(toUtc(date) + days * DAY));
}

/** `later − earlier` in days. */
export function daysBetween(earlier: PlainDate, later: PlainDate): number {
  return (toUtc(later) - toUtc(earlier)) / DAY;
}

/** 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7;
}

/** The calendar year. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** dd/mm/yyyy, as Vietnamese offices write it. */
export function formatPlainDate(date: PlainDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function toUtc(date: PlainDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
}

function fromUtc(date: Date): PlainDate {
  return date.toISOString().slice(0, 10) as PlainDate;
}

/** The same day so many months later, or the last day of that month where it has no such day. */
export function monthsAfter(date: PlainDate, months: number): PlainDate {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const [year, of] = [yearOf(date) + Math.floor(month / 12), (month % 12) + 1];
  for (let day = Number(date.slice(8)); day > 0; day -= 1) {
    const found = plainDateOf(year, of, day);
    if (found) return found;
  }
  throw new RangeError(`no date ${months} months after ${date}`);
}

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
