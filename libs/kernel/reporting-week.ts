import { businessDate, instantAt } from './clock';
import { addDays, dayOfWeek, type PlainDate } from './plain-date';

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
