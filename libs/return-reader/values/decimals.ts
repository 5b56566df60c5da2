import { divideHalfAwayFromZero, type Decimal } from '@thongvon/kernel';

export const ZERO: Decimal = { coefficient: 0n, scale: 0 };

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { coefficient: a.coefficient + b.coefficient, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { coefficient: atScale(a, scale) + atScale(b, scale), scale };
}

export function negateDecimal(a: Decimal): Decimal {
  return { coefficient: -a.coefficient, scale: a.scale };
}

export function absDecimal(a: Decimal): Decimal {
  return a.coefficient < 0n ? negateDecimal(a) : a;
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [atScale(a, scale), atScale(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Half of the last shown digit: 0 decimals give 0.5, three give 0.0005. */
export function halfOfLastDigit(decimals: number): Decimal {
  return { coefficient: 5n, scale: decimals + 1 };
}

export function timesInteger(a: Decimal, factor: number): Decimal {
  return { coefficient: a.coefficient * BigInt(factor), scale: a.scale };
}

export function timesPowerOfTen({ coefficient, scale }: Decimal, power: number): Decimal {
  return power > 0
    ? { coefficient: coefficient * 10n ** BigInt(power), scale }
    : { coefficient, scale: scale - power };
}

/** Rounded half away from zero to that many decimals. */
export function roundDecimal(a: Decimal, decimals: number): Decimal {
  if (a.scale <= decimals) return a;
  return {
    coefficient: divideHalfAwayFromZero(a.coefficient, 10n ** BigInt(a.scale - decimals)),
    scale: decimals,
  };
}

/** The coefficient of the same number at a scale that is not smaller than its own. */
export function atScale(a: Decimal, scale: number): bigint {
  return scale === a.scale ? a.coefficient : a.coefficient * 10n ** BigInt(scale - a.scale);
}
