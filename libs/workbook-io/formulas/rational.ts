import { divideHalfAwayFromZero, formatDecimal, normalise, type Decimal } from '@thongvon/kernel';

/**
 * An exact fraction in lowest terms, denominator above zero. Decimals alone would do for sums and products; quotients
 * need fractions, so that 1/3*3 is 1 and a rounding happens once, at the end.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

export const fromDecimal = ({ coefficient, scale }: Decimal): Rational =>
  reduced(coefficient, 10n ** BigInt(scale));

export const negate = ({ numerator, denominator }: Rational): Rational => ({
  numerator: -numerator,
  denominator,
});

export const add = (a: Rational, b: Rational): Rational =>
  reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const multiply = (a: Rational, b: Rational): Rational =>
  reduced(a.numerator * b.numerator, a.denominator * b.denominator);

/** Undefined for a division by zero. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.numerator === 0n) return undefined;
  const sign = b.numerator < 0n ? -1n : 1n;
  return reduced(sign * a.numerator * b.denominator, sign * a.denominator * b.numerator);
}

/** Below, equal to or above zero, as `a` is to `b`. */
export function compare(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Half away from zero, as Excel's ROUND; a negative number of places rounds to tens, hundreds, … */
export function round(value: Rational, places: number): Rational {
  const power = 10n ** BigInt(Math.abs(places));
  if (places >= 0) return reduced(divideHalfAwayFromZero(value.numerator * power, value.denominator), power);
  return {
    numerator: divideHalfAwayFromZero(value.numerator, value.denominator * power) * power,
    denominator: 1n,
  };
}

/** Whether the number has grown beyond what any workbook is about (300 digits), as repeated squares do. */
export const isHuge = ({ numerator, denominator }: Rational): boolean =>
  numerator > HUGE || numerator < -HUGE || denominator > HUGE;

const HUGE = 10n ** 300n;

/** The double nearest to the number at 20 decimal places, or more for small ones: its first 15 digits are right. */
export function toDouble({ numerator, denominator }: Rational): number {
  const magnitude =
    denominator.toString().length - (numerator < 0n ? -numerator : numerator).toString().length;
  const scale = Math.max(0, magnitude) + 20;
  const coefficient = divideHalfAwayFromZero(numerator * 10n ** BigInt(scale), denominator);
  return Number(formatDecimal(normalise({ coefficient, scale })));
}

function reduced(numerator: bigint, denominator: bigint): Rational {
  let a = numerator < 0n ? -numerator : numerator;
  let b = denominator;
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}
