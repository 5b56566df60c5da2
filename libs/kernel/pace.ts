import type { Dong } from './dong';
import type { DatedAmount } from './movement';
import { addDays, daysBetween, type PlainDate } from './plain-date';

/** The pace is the mean week of so many days, counted back from the newest report. */
export const PACE_DAYS = 28;

/**
 * How fast money went from one report to another: the change between two reported dates, over the days between them. A week in
 * which nobody reported is no week with zero (contract, section 2): no day after the newest report counts.
 */
export interface Pace {
  /** Null where no pace is known. */
  readonly change: Dong | null;
  readonly from: PlainDate | null;
  /** The report that the pace, and what is forecast by it, is as of. */
  readonly to: PlainDate | null;
  readonly days: number | null;
  /** `not-reported`: no two reports so far apart; `too-old`: the newest is older than the pace lasts. */
  readonly reason: 'not-reported' | 'too-old' | 'not-split' | null;
  /** Where it isn't known: date of the newest report. */
  readonly since: PlainDate | null;
}

/** The figures that a pace begins with are those in force on this day. */
export function paceStart(newest: PlainDate, days = PACE_DAYS): PlainDate {
  return addDays(newest, -days);
}

/** A pace is counted on for as long as it was taken from, and no longer: then nothing is forecast by it. */
export function isPaceTooOld(newest: PlainDate, day: PlainDate): boolean {
  return newest < paceStart(day);
}

/** The pace from the figures in force on `paceStart(now.on)` to the newest ones, as somebody knows it on `day`. */
export function paceBetween(before: DatedAmount, now: DatedAmount, day: PlainDate): Pace {
  if (now.on !== null && isPaceTooOld(now.on, day)) return noPace('too-old', now.on);
  const isKnown = before.on !== null && now.on !== null && before.on < now.on;
  if (!isKnown || before.amount === null || now.amount === null) return noPace('not-reported', now.on);
  return {
    change: now.amount - before.amount,
    from: before.on,
    to: now.on,
    days: daysBetween(before.on, now.on),
    reason: null,
    since: null,
  };
}

export function noPace(reason: Pace['reason'], since: PlainDate | null): Pace {
  return { change: null, from: null, to: null, days: null, reason, since };
}
