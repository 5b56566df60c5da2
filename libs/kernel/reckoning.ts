import type { PlainDate } from './plain-date';
import { closedWeek, firstDayOfWeek, letterDay, nextLetterDay } from './reporting-week';

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
