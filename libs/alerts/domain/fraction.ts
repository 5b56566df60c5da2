import type { Dong } from '@thongvon/kernel';

/** A threshold in percent (two decimals at most) as whole hundredths of a percent. */
export function hundredths(percent: number): bigint {
  return BigInt(Math.round(percent * 100));
}

/** Whether `part ÷ whole` is below `percent`, as exact fractions. A whole that isn't positive has no rate. */
export function isBelow(part: Dong, whole: Dong, percent: number): boolean {
  return whole > 0n && part * 10_000n < hundredths(percent) * whole;
}
