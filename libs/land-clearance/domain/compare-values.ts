import { parseDecimal } from '@thongvon/kernel';

/** Compares two decimal numbers exactly: negative when the first is less. Throws RangeError for what is no number. */
export function compareValues(one: string, other: string): number {
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  if (!a || !b) throw new RangeError(`not a number: ${one} or ${other}`);
  const difference = a.coefficient * 10n ** BigInt(b.scale) - b.coefficient * 10n ** BigInt(a.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
