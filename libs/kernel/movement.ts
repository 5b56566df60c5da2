import type { Dong } from './dong';
import { daysBetween, type PlainDate } from './plain-date';
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
