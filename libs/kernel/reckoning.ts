import { businessDate, instantAt } from './clock';
import { addDays, dayOfWeek, type PlainDate } from './plain-date';

/**
 * The days that an answer reckons on (contract, section 2, "One reckoning"). The same label never has two values for the same
 * reckoning.
 */
export interface Reckoning {
  /** Amounts, milestones and pace are as of this day. Null: nobody has reported. */
  readonly asOf: PlainDate | null;
  /** Date of the newest figure by then. */
  readonly figuresOn: PlainDate | null;
  /** Days overdue and days left are counted to this day. */
  readonly businessDay: PlainDate;
  /** The cut-off of the frozen week; null where the answer is live. */
  readonly week: PlainDate | null;
  /** The day of the next letter: what is due by then is due soon. */
  readonly nextLetterOn: PlainDate;
  /** The figures are older than the reporting week that closed last: nothing is judged by them as if they were of today. */
  readonly stale: boolean;
}

/** Live: amounts as of the figures' day, days counted to the business day. */
export function liveReckoning(
  businessDay: PlainDate,
  asOf: PlainDate | null,
  figuresOn: PlainDate | null,
): Reckoning {
  return {
    asOf,
    figuresOn,
    businessDay,
    week: null,
    nextLetterOn: nextLetterDay(businessDay),
    stale: isStale(figuresOn, closedWeek(businessDay)),
  };
}

/** A frozen week, its letter and its documents: all by its cut-off. */
export function frozenReckoning(week: PlainDate, figuresOn: PlainDate | null): Reckoning {
  return {
    asOf: week,
    figuresOn,
    businessDay: week,
    week,
    nextLetterOn: nextLetterDay(letterDay(week)),
    stale: isStale(figuresOn, week),
  };
}

/** Whether a figure is older than the reporting week. What was never reported is not stale, it is not known. */
export function isStale(figureOn: PlainDate | null, week: PlainDate): boolean {
  return figureOn !== null && figureOn < firstDayOfWeek(week);
}

/** Past its day. */
export function isOverdue(due: PlainDate | null, { businessDay }: Pick<Reckoning, 'businessDay'>): boolean {
  return due !== null && due < businessDay;
}

/** Due soon: not overdue, and due on or before the day of the next letter. */
export function isDueSoon(
  due: PlainDate | null,
  { businessDay, nextLetterOn }: Pick<Reckoning, 'businessDay' | 'nextLetterOn'>,
): boolean {
  return due !== null && due >= businessDay && due <= nextLetterOn;
}

/** How old the figures of a sum are: one newer figure doesn't make the others new. */
export interface FigureAges {
  /** Projects that have a figure. */
  readonly reported: number;
  readonly oldest: PlainDate | null;
  readonly newest: PlainDate | null;
  /** Projects whose newest figure is dated before `staleBefore`. */
  readonly stale: number;
  /** The first day of the reporting week that closed last. */
  readonly staleBefore: PlainDate;
}

/** `dates`: of the newest figure of each project of the sum, null where none is reported; `week`: the last closed one. */
export function figureAges(dates: readonly (PlainDate | null)[], week: PlainDate): FigureAges {
  const known = dates.flatMap((date) => date ?? []).toSorted();
  const staleBefore = firstDayOfWeek(week);
  return {
    reported: known.length,
    oldest: known[0] ?? null,
    newest: known.at(-1) ?? null,
    stale: known.filter((date) => date < staleBefore).length,
    staleBefore,
  };
}

/** When a week is cut off for receipt and when it is frozen and mailed. Days count from 1 (Monday). */
export interface ReportingCalendar {
  readonly cutOff: { readonly day: number; readonly time: string };
  readonly freeze: { readonly day: number; readonly time: string };
}

/** The Government's weekly cycle: receipt closes Thursday 17:00, figures freeze Friday 07:00. */
export const DEFAULT_CALENDAR: ReportingCalendar = {
  cutOff: { day: 4, time: '17:00' },
  freeze: { day: 5, time: '07:00' },
};

/** The cut-off date of the week that a receipt at `instant` counts for. It names the week. */
export function weekOfReceipt(instant: Date, calendar: ReportingCalendar = DEFAULT_CALENDAR): PlainDate {
  const today = businessDate(instant);
  const cutOff = addDays(today, (calendar.cutOff.day - dayOfWeek(today) + 7) % 7);
  return instant <= instantAt(cutOff, calendar.cutOff.time) ? cutOff : addDays(cutOff, 7);
}

/** The instant at which the week named by its cut-off date is frozen. */
export function freezeInstant(week: PlainDate, calendar: ReportingCalendar = DEFAULT_CALENDAR): Date {
  const days = (calendar.freeze.day - calendar.cutOff.day + 7) % 7;
  return instantAt(addDays(week, days), calendar.freeze.time);
}

/** The first week that is frozen at `instant` or later: where what is approved at that instant is seen first. */
export function weekOfApproval(instant: Date, calendar: ReportingCalendar = DEFAULT_CALENDAR): PlainDate {
  const week = weekOfReceipt(instant, calendar);
  const before = addDays(week, -7);
  return instant <= freezeInstant(before, calendar) ? before : week;
}

/** The day on which the week is frozen and its letter is sent: Friday. */
export function letterDay(week: PlainDate, calendar: ReportingCalendar = DEFAULT_CALENDAR): PlainDate {
  return addDays(week, (calendar.freeze.day - calendar.cutOff.day + 7) % 7);
}

/** The day of the first letter after `day`; the letter of a Friday counts as sent on it. */
export function nextLetterDay(day: PlainDate, calendar: ReportingCalendar = DEFAULT_CALENDAR): PlainDate {
  return addDays(day, ((calendar.freeze.day - dayOfWeek(day) + 6) % 7) + 1);
}

/** The last week that was closed by `day`: the one that the newest letter is about. */
export function closedWeek(day: PlainDate, calendar: ReportingCalendar = DEFAULT_CALENDAR): PlainDate {
  const next = nextLetterDay(day, calendar);
  return addDays(next, -7 - ((calendar.freeze.day - calendar.cutOff.day + 7) % 7));
}

/** The first day of a reporting week: figures from this day to the cut-off are of the week. */
export function firstDayOfWeek(week: PlainDate): PlainDate {
  return addDays(week, -6);
}

/** The reporting week that a figure of this date is of: the first cut-off on or after it. */
export function weekOfFigure(on: PlainDate, calendar: ReportingCalendar = DEFAULT_CALENDAR): PlainDate {
  return addDays(on, (calendar.cutOff.day - dayOfWeek(on) + 7) % 7);
}
