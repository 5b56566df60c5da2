import { type Decimal, divideHalfAwayFromZero, formatDecimal, parseDecimal, scaleToInteger } from './decimal';

/** Whole đồng. `bigint` in code, `numeric(20,0)` in the database, a decimal string in JSON. */
export type Dong = bigint;

/** How many đồng one unit of a table is worth. */
export const DONG_PER_UNIT = {
  dong: 1n,
  'thousand-dong': 1_000n,
  'million-dong': 1_000_000n,
  'billion-dong': 1_000_000_000n,
} as const;

export type AmountUnit = keyof typeof DONG_PER_UNIT;

export const AMOUNT_UNITS = Object.keys(DONG_PER_UNIT) as AmountUnit[];

/** The largest magnitude that `numeric(20,0)` holds. */
export const MAX_DONG: Dong = 10n ** 20n - 1n;

/** An amount of a table in whole đồng, and whether it was whole. Fractions of a đồng round half away from zero. */
export function toDong(amount: Decimal, unit: AmountUnit): { value: Dong; exact: boolean } {
  return scaleToInteger(amount, DONG_PER_UNIT[unit]);
}

/** A table's number in đồng, exactly; unchanged where no unit is known. */
export function toBaseUnits(value: Decimal, unit: AmountUnit | undefined): Decimal {
  return unit ? { coefficient: value.coefficient * DONG_PER_UNIT[unit], scale: value.scale } : value;
}

/** Reads the decimal string of JSON or of the database. Throws RangeError when it isn't a whole number in range. */
export function parseDong(text: string): Dong {
  const decimal = parseDecimal(text);
  if (decimal?.scale !== 0) throw new RangeError(`not a whole amount of đồng: ${text}`);
  if (decimal.coefficient > MAX_DONG || decimal.coefficient < -MAX_DONG)
    throw new RangeError(`out of range: ${text}`);
  return decimal.coefficient;
}

/** Whole đồng of an amount as database and API hold it, a decimal text; null where it isn't known. */
export function dongOf(text: string | null | undefined): Dong | null {
  return text == null ? null : BigInt(text);
}

/** The sum, or null when nothing was given: an empty sum is "not reported", never zero. */
export function sumDong(amounts: Iterable<Dong | null>): Dong | null {
  let sum: Dong | null = null;
  for (const amount of amounts) if (amount !== null) sum = (sum ?? 0n) + amount;
  return sum;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** Whole đồng with dots: 428137000000 → "428.137.000.000". */
export function formatDong(amount: Dong): string {
  return `${amount < 0n ? '-' : ''}${grouped((amount < 0n ? -amount : amount).toString())}`;
}

/** A number of a table as Vietnamese offices write it: 222.177,103. */
export function shownDecimal(value: Decimal): string {
  const [whole = '', fraction] = formatDecimal(value).split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)},${fraction}`;
}

/**
 * In a larger unit with a decimal comma, half away from zero: (223422000000, billion, 3) → "223,422". What would round to zero and isn't
 * is said to be less than the last digit shown: "< 0,001", "> -0,001".
 */
export function formatAmount(amount: Dong, unit: AmountUnit, decimals: number): string {
  const rounded = divideHalfAwayFromZero(amount * 10n ** BigInt(decimals), DONG_PER_UNIT[unit]);
  if (rounded === 0n && amount !== 0n)
    return amount > 0n ? `<\u00a0${inUnits(1n, decimals)}` : `>\u00a0${inUnits(-1n, decimals)}`;
  return inUnits(rounded, decimals);
}

/** The same of what has changed, with a plus: "+11,142", "< +0,001", "-1,204"; zero has no sign. */
export function formatChange(amount: Dong, unit: AmountUnit, decimals: number): string {
  const text = formatAmount(amount, unit, decimals);
  return amount > 0n ? text.replace(/(?=\d)/, '+') : text;
}

/** A number of the last decimals with a comma: (223422, 3) → "223,422". */
function inUnits(rounded: bigint, decimals: number): string {
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(decimals + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - decimals));
  return `${rounded < 0n ? '-' : ''}${whole}${decimals > 0 ? `,${digits.slice(-decimals)}` : ''}`;
}

/** A rate's text with a decimal comma: "52.18" → "52,18 %". */
export function formatPercent(rate: string): string {
  return `${rate.replace('.', ',')} %`;
}

/** What a rate divides by. Every rate names its denominator. */
export const DENOMINATORS = ['current-year-plan', 'all-plan', 'excluding-late-supplements'] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/**
 * `100 × part ÷ whole` as text with two decimals, half up: "52.18". Null when the whole is not positive, since a
 * zero plan gives "not applicable", never 0 or NaN. Sum first, divide once.
 */
export function formatRate(part: Dong, whole: Dong): string | null {
  if (whole <= 0n) return null;
  return formatHundredths(divideHalfAwayFromZero(part * 10_000n, whole));
}

/** The same of amounts that may not be known: null where either isn't. */
export function rateOf(part: Dong | null, whole: Dong | null): string | null {
  return part === null || whole === null ? null : formatRate(part, whole);
}

/** Hundredths of a percent as the API shows percent: "42.53". */
export function formatHundredths(hundredths: bigint): string {
  const magnitude = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`;
}

/** `rate` less `other`, both as the API shows percent, in percentage points: what a reader gets who takes one from the other. */
export function pointsApart(rate: string, other: string): string {
  return formatHundredths(hundredthsOf(rate) - hundredthsOf(other));
}

/** Percent as the API shows it, in hundredths: "42.53" is 4253. */
export const hundredthsOf = (rate: string): bigint => BigInt(rate.replace('.', ''));

/** Compares `part ÷ whole` with `percent` hundredths exactly: negative below, zero equal, positive above. The whole must be positive. */
export function compareRate(part: Dong, whole: Dong, percent: bigint): number {
  if (whole <= 0n) throw new RangeError('a rate needs a positive denominator');
  const difference = part * 100n - percent * whole;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
