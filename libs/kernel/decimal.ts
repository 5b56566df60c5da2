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
