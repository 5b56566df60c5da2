/**
 * An exact decimal number: `coefficient × 10^-scale`, scale ≥ 0. The only form an amount takes between a
 * cell and whole đồng, so that no binary fraction is ever added or multiplied.
 */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads a machine-written number ("1234.5", "-1e3"). Undefined for anything else; grouping marks are not accepted. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = fraction.length - Number(exponent);
  if (Math.abs(shift) > 400) return undefined;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return normalise(
    shift >= 0
      ? { coefficient: digits, scale: shift }
      : { coefficient: digits * 10n ** BigInt(-shift), scale: 0 },
  );
}

/** A cell's double at 15 significant digits, which is what Excel shows. Undefined for NaN and infinities. */
export function decimalFromDouble(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return { coefficient: BigInt(value), scale: 0 };
  return parseDecimal(value.toPrecision(15));
}

/** The smallest scale that still holds the number: 1.50 becomes 1.5. */
export function normalise(value: Decimal): Decimal {
  if (value.scale === 0) return value;
  let { coefficient, scale } = value;
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    scale -= 1;
  }
  return { coefficient, scale };
}

/** `value × multiplier` as a whole number, and whether that was exact. Rounds half away from zero when it wasn't. */
export function scaleToInteger(value: Decimal, multiplier: bigint): { value: bigint; exact: boolean } {
  const product = value.coefficient * multiplier;
  const divisor = 10n ** BigInt(value.scale);
  return { value: divideHalfAwayFromZero(product, divisor), exact: product % divisor === 0n };
}

/** `numerator ÷ denominator` rounded half away from zero. The denominator must be positive. */
export function divideHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -rounded : rounded;
}

/** Canonical text: "-0.5", "1234". */
export function formatDecimal(value: Decimal): string {
  const { coefficient, scale } = normalise(value);
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${coefficient < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

export const ZERO_DECIMAL: Decimal = { coefficient: 0n, scale: 0 };

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
