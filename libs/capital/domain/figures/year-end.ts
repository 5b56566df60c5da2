import { type Dong, formatRate } from '@thongvon/kernel';

/** Where a year's course leads by its last day; amounts are whole đồng as decimal text. */
export interface YearEnd {
  readonly disbursed: string;
  /** Of the plan: percent, two decimals; null of a plan of zero. */
  readonly rate: string | null;
  /** To the target, rounded down; negative when it is exceeded. */
  readonly missing: string;
}

/** `percent` of the plan, at most two decimals, as whole đồng: what a target asks for. Rounded down. */
export const targetAmount = (plan: Dong, percent: number): Dong =>
  (plan * BigInt(Math.round(percent * 100))) / 10_000n;

/** What `disbursed` comes to next to `percent` of the plan, the target. Null when the plan or the forecast isn't known. */
export function yearEnd(planned: string | null, disbursed: string | null, percent: number): YearEnd | null {
  if (planned === null || disbursed === null) return null;
  const [plan, end] = [BigInt(planned), BigInt(disbursed)];
  return {
    disbursed,
    rate: formatRate(end, plan),
    missing: (targetAmount(plan, percent) - end).toString(),
  };
}

/**
 * Whole đồng needed each week to have disbursed `percent` of the plan after so many days; amounts are decimal text.
 * Rounded up; zero once the target is reached, null when the plan or the figure isn't known or no day is left.
 */
export function neededPerWeek(
  planned: string | null,
  disbursed: string | null,
  percent: number,
  days: number,
): string | null {
  if (planned === null || disbursed === null || days <= 0) return null;
  const missing = BigInt(planned) * BigInt(Math.round(percent * 100)) - BigInt(disbursed) * 10_000n;
  if (missing <= 0n) return '0';
  const divisor = 10_000n * BigInt(days);
  return ((missing * 7n + divisor - 1n) / divisor).toString();
}
