import type { Dong } from './dong';
import { addDays, daysBetween, type PlainDate } from './plain-date';
import { isStale } from './reckoning';

/** An amount, with the date of the figures that it is made of. */
export interface DatedAmount {
  readonly amount: Dong | null;
  readonly on: PlainDate | null;
}

/** A change with its two dates: the standing at `to` less the standing at `from` (contract, section 2). */
export interface Movement {
  /** Null where no newer figure says anything: silence isn't zero. */
  readonly value: Dong | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** `to` less `from`: "7 ngày" is written only where it is seven. */
  readonly days: number | null;
  /** `not-split`: of one source, of which not all is known (contract, section 3). */
  readonly reason: 'not-reported' | 'not-split' | null;
  /** Where the value is null: since when nothing newer was reported; null where it is the first figure, or there is none. */
  readonly since: PlainDate | null;
}

/**
 * What changed from the figures before to those now. There is no change without a newer figure, nor by figures that are
 * older than the reporting week `closed`.
 */
export function movementBetween(before: DatedAmount, now: DatedAmount, closed: PlainDate): Movement {
  const isNewer = before.on !== null && now.on !== null && before.on < now.on && !isStale(now.on, closed);
  if (!isNewer || before.amount === null || now.amount === null)
    return {
      value: null,
      from: null,
      to: null,
      days: null,
      reason: 'not-reported',
      since: before.on === null ? null : now.on,
    };
  return {
    value: now.amount - before.amount,
    from: before.on,
    to: now.on,
    days: daysBetween(before.on, now.on),
    reason: null,
    since: null,
  };
}

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

/** No pace, for this reason; `since`: date of the newest report, null where there is none. */
export function noPace(reason: Pace['reason'], since: PlainDate | null): Pace {
  return { change: null, from: null, to: null, days: null, reason, since };
}
