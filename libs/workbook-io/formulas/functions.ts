import { numberValue, toNumber, UNKNOWN, type FormulaValue } from './formula-value';
import { add, round, ZERO, type Rational } from './rational';

/** An argument of a call, looked at only when a function asks for it. */
export interface Argument {
  /** Blank for an argument that was left out. */
  value(): FormulaValue;
  /** The values of its cells, row by row, if it refers to cells at all. */
  cells(): Iterable<FormulaValue> | undefined;
}

type FormulaFunction = (given: readonly Argument[]) => FormulaValue;

/** The functions that the totals and rates of returns are made of. Any other makes the value unknown. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['SUM', sum],
  ['ROUND', roundTo],
  ['IF', ifTrue],
  ['IFERROR', ifError],
]);

/** Cells that hold text or truth values are passed over; a value written in the call itself is taken as a number. */
function sum(given: readonly Argument[]): FormulaValue {
  // Numbers of like denominators are added first: amounts have few, and reducing each sum is what takes time.
  const totals = new Map<bigint, bigint>();
  for (const argument of given) {
    const cells = argument.cells();
    for (const value of cells ?? [argument.value()]) {
      if (cells && (value.type === 'text' || value.type === 'boolean')) continue;
      const number = toNumber(value);
      if (number.type !== 'number') return number;
      const { numerator, denominator } = number.value;
      totals.set(denominator, (totals.get(denominator) ?? 0n) + numerator);
    }
  }
  let total: Rational = ZERO;
  for (const [denominator, numerator] of totals) total = add(total, { numerator, denominator });
  return numberValue(total);
}

const MOST_PLACES = 30;

function roundTo([value, places, ...rest]: readonly Argument[]): FormulaValue {
  if (!value || !places || rest.length > 0) return UNKNOWN;
  const number = toNumber(value.value());
  if (number.type !== 'number') return number;
  const digits = toNumber(places.value());
  if (digits.type !== 'number') return digits;
  const count = Number(digits.value.numerator / digits.value.denominator);
  return Math.abs(count) > MOST_PLACES ? UNKNOWN : numberValue(round(number.value, count));
}

/** Only the branch that is taken is looked at. */
function ifTrue([condition, whenTrue, whenFalse, ...rest]: readonly Argument[]): FormulaValue {
  if (!condition || !whenTrue || rest.length > 0) return UNKNOWN;
  const number = toNumber(condition.value());
  if (number.type !== 'number') return number;
  if (number.value.numerator !== 0n) return whenTrue.value();
  return whenFalse?.value() ?? { type: 'boolean', boolean: false };
}

function ifError([value, otherwise, ...rest]: readonly Argument[]): FormulaValue {
  if (!value || !otherwise || rest.length > 0) return UNKNOWN;
  const result = value.value();
  return result.type === 'error' ? otherwise.value() : result;
}
