/** The one that others are drawn next to; 0 of none. Whole đồng; what isn't known is none. */
export const largestOf = (amounts: readonly (bigint | string | null)[]): bigint =>
  amounts.reduce<bigint>((most, one) => {
    const amount = BigInt(one ?? 0);
    return amount > most ? amount : most;
  }, 0n);

/** Where a day `YYYY-MM-DD` lies on a scale of time: its midnight, the same in every zone. */
export const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * How much of `whole` a part takes, from 0 to 1 and for drawing only: widths, heights, places on a scale. No number that somebody
 * reads comes from here; those are the API's (docs/adr/0137). Whole đồng as the API gives them; 0 of what isn't known.
 */
export function widthShare(part: bigint | string | null, whole: bigint | string | null): number {
  if (part === null || whole === null) return 0;
  const [of, all] = [BigInt(part), BigInt(whole)];
  if (all <= 0n || of <= 0n) return 0;
  return Number((of * 10_000n) / all) / 10_000;
}
