import type { Dong } from '@thongvon/kernel';
import type { Total } from './week-facts';

/** A threshold in percent (two decimals at most) as whole hundredths of a percent. */
export function hundredths(percent: number): bigint {
  return BigInt(Math.round(percent * 100));
}

/** Whether `part ÷ whole` is below `percent`, as exact fractions. A whole that isn't positive has no rate. */
export function isBelow(part: Dong, whole: Dong, percent: number): boolean {
  return whole > 0n && part * 10_000n < hundredths(percent) * whole;
}

/** Part and whole that are known, the whole more than nothing. */
export interface KnownRate {
  readonly planned: Dong;
  readonly disbursed: Dong;
}

/** Undefined where there is no rate. */
export function rateOf(total: Total | undefined): KnownRate | undefined {
  if (total === undefined || total.planned === null || total.disbursed === null) return undefined;
  return total.planned > 0n ? { planned: total.planned, disbursed: total.disbursed } : undefined;
}

/** rate < other − points, as exact fractions. */
export function isBelowBy(rate: KnownRate, other: KnownRate, points: number): boolean {
  const mine = rate.disbursed * other.planned * 10_000n;
  const theirs = other.disbursed * rate.planned * 10_000n;
  return mine < theirs - hundredths(points) * rate.planned * other.planned;
}
