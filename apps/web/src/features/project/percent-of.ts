import { formatRate } from '@thongvon/kernel';

/** `part ÷ whole` in percent with two decimals, as the API writes rates; null when either isn't known. */
export function percentOf(part: bigint | null, whole: string | null): string | null {
  return part === null || whole === null ? null : formatRate(part, BigInt(whole));
}
