import { divideHalfAwayFromZero } from './decimal';
import type { Dong } from './dong';

/** What a rate divides by. Every rate names its denominator. */
export const DENOMINATORS = ['current-year-plan', 'all-plan', 'excluding-late-supplements'] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/**
 * `100 × part ÷ whole` as text with two decimals, half up: "52.18". Null when the whole is not positive, since a
 * zero plan gives "not applicable", never 0 or NaN. Sum first, divide once.
 */
export function formatRate(part: Dong, whole: Dong): string | null {
  if (whole <= 0n) return null;
  return formatHundredths(divideHalfAwayFromZero(part * 10_000n, whole));
}

/** Hundredths of a percent as the API shows percent: "42.53". */
export function formatHundredths(hundredths: bigint): string {
  const magnitude = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`;
}

/** `rate` less `other`, both as the API shows percent, in percentage points: what a reader gets who takes one from the other. */
export function pointsApart(rate: string, other: string): string {
  return formatHundredths(hundredthsOf(rate) - hundredthsOf(other));
}

/** Percent as the API shows it, in hundredths: "42.53" is 4253. */
export const hundredthsOf = (rate: string): bigint => BigInt(rate.replace('.', ''));

/** Compares `part ÷ whole` with `percent` hundredths exactly: negative below, zero equal, positive above. The whole must be positive. */
export function compareRate(part: Dong, whole: Dong, percent: bigint): number {
  if (whole <= 0n) throw new RangeError('a rate needs a positive denominator');
  const difference = part * 100n - percent * whole;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
