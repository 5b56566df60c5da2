import {
  type AmountUnit,
  type Decimal,
  divideHalfAwayFromZero,
  type Dong,
  DONG_PER_UNIT,
  formatDecimal,
} from '@thongvon/kernel';

export const ZERO: Decimal = { coefficient: 0n, scale: 0 };

/** The exact sum. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { coefficient: a.coefficient + b.coefficient, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { coefficient: atScale(a, scale) + atScale(b, scale), scale };
}

/** The number with the other sign. */
export function negateDecimal(a: Decimal): Decimal {
  return { coefficient: -a.coefficient, scale: a.scale };
}

/** The number without its sign. */
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

/** The exact product; `factor` is whole. */
export function timesInteger(a: Decimal, factor: number): Decimal {
  return { coefficient: a.coefficient * BigInt(factor), scale: a.scale };
}

/** `a × 10^power`, exactly; `power` may be negative. */
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

/** A table's number in đồng, exactly; unchanged where no unit is known. */
export function toBaseUnits(value: Decimal, unit: AmountUnit | undefined): Decimal {
  return unit ? { coefficient: value.coefficient * DONG_PER_UNIT[unit], scale: value.scale } : value;
}

/** As Vietnamese offices write it: 222.177,103. */
export function shownDecimal(value: Decimal): string {
  const [whole = '', fraction] = formatDecimal(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** An amount as it is read, and what it should be about: of the same project in the ledger or in the last return. */
export interface ComparedAmount {
  readonly read: Dong;
  readonly expected: Dong;
}

/** Between honest growth from week to week and a unit that is wrong by a thousand. */
export const FAR = 100n;

/**
 * By which power of ten (3, 6, 9, negative where too little is read) most of what can be compared is off, weighed by
 * what it should be; 0 where most is not. One amount that is off is a slip, most of them alike are a wrong unit.
 */
export function powerOffMost(amounts: readonly ComparedAmount[]): number {
  const weights = new Map<number, Dong>();
  let total = 0n;
  for (const { read, expected } of amounts) {
    if (read <= 0n || expected <= 0n) continue;
    const power = powerOff(read, expected);
    weights.set(power, (weights.get(power) ?? 0n) + expected);
    total += expected;
  }
  for (const [power, weight] of weights) if (power !== 0 && weight * 2n > total) return power;
  return 0;
}

function powerOff(read: Dong, expected: Dong): number {
  if (read >= expected * FAR) return nearest(read / expected);
  return expected >= read * FAR ? -nearest(expected / read) : 0;
}

/** Of a quotient of at least a hundred: 10^4.5 lies between a thousand and a million. */
function nearest(quotient: bigint): number {
  return quotient < 31_623n ? 3 : quotient < 31_622_777n ? 6 : 9;
}
