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
