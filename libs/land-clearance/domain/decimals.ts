import { formatDecimal, parseDecimal, type Decimal } from '@thongvon/kernel';

/** Compares two decimal numbers exactly: negative when the first is less. Throws RangeError for what is no number. */
export function compareValues(one: string, other: string): number {
  const { coefficient } = difference(one, other);
  return coefficient < 0n ? -1 : coefficient > 0n ? 1 : 0;
}

/** `one` less `other`, exactly. Throws RangeError for what is no number. */
export const differenceOf = (one: string, other: string): string => formatDecimal(difference(one, other));

/** The sum of decimal texts; undefined of none. */
export function sumValues(values: readonly string[]): Decimal | undefined {
  const decimals = values.flatMap((value) => parseDecimal(value) ?? []);
  if (decimals.length === 0) return undefined;
  const scale = Math.max(...decimals.map((decimal) => decimal.scale));
  return { coefficient: decimals.reduce((sum, decimal) => sum + raised(decimal, scale), 0n), scale };
}

/** The coefficient at a larger scale. */
export const raised = ({ coefficient, scale }: Decimal, to: number): bigint =>
  coefficient * 10n ** BigInt(to - scale);

function difference(one: string, other: string): Decimal {
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  if (!a || !b) throw new RangeError(`not a number: ${one} or ${other}`);
  const scale = Math.max(a.scale, b.scale);
  return { coefficient: raised(a, scale) - raised(b, scale), scale };
}
