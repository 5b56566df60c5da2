import { decimalFromDouble } from '@thongvon/kernel';
import type { CellValue } from '../sheet-model';
import {
  add,
  compare,
  divide,
  fromDecimal,
  isHuge,
  multiply,
  negate,
  ONE,
  type Rational,
  round,
  toDouble,
  ZERO,
} from './rational';
import {
  type ArithmeticOperator,
  type ComparisonOperator,
  type Expression,
  isOneCell,
  type RangeReference,
} from './parser';

/** What a formula may ask of the workbook around it. */
export interface Surroundings {
  /** The cells with content in a range, row by row. A sheet that isn't there has one cell, and that says #REF!. */
  valuesIn(range: RangeReference): Iterable<FormulaValue>;
}

/** The value of an expression. A range of several cells has none of its own; functions such as SUM ask for its cells. */
export function evaluate(expression: Expression, around: Surroundings): FormulaValue {
  switch (expression.type) {
    case 'range':
      return cellValue(expression, around);
    case 'negate':
      return calculate(evaluate(expression.operand, around), negate);
    case 'percent':
      return calculate(evaluate(expression.operand, around), (value) => multiply(value, HUNDREDTH));
    case 'arithmetic':
      return arithmetic(
        expression.operator,
        toNumber(evaluate(expression.left, around)),
        toNumber(evaluate(expression.right, around)),
      );
    case 'comparison':
      return comparison(
        expression.operator,
        evaluate(expression.left, around),
        evaluate(expression.right, around),
      );
    case 'call':
      return call(expression.name, expression.arguments, around);
    default:
      return expression;
  }
}

const HUNDREDTH: Rational = { numerator: 1n, denominator: 100n };

function cellValue(range: RangeReference, around: Surroundings): FormulaValue {
  if (!isOneCell(range)) return UNKNOWN;
  for (const value of around.valuesIn(range)) return value;
  return BLANK;
}

function call(name: string, given: readonly (Expression | undefined)[], around: Surroundings): FormulaValue {
  const toArgument = (expression: Expression | undefined): Argument => ({
    value: () => (expression ? evaluate(expression, around) : BLANK),
    cells: () => (expression?.type === 'range' ? around.valuesIn(expression) : undefined),
  });
  return FUNCTIONS.get(name)?.(given.map(toArgument)) ?? UNKNOWN;
}

function calculate(operand: FormulaValue, operation: (value: Rational) => Rational): FormulaValue {
  const number = toNumber(operand);
  return number.type === 'number' ? numberValue(operation(number.value)) : number;
}

function arithmetic(operator: ArithmeticOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left.type !== 'number') return left;
  if (right.type !== 'number') return right;
  switch (operator) {
    case '+':
      return numberValue(add(left.value, right.value));
    case '-':
      return numberValue(add(left.value, negate(right.value)));
    case '*':
      return numberValue(multiply(left.value, right.value));
    case '/': {
      const quotient = divide(left.value, right.value);
      return quotient ? numberValue(quotient) : errorValue('#DIV/0!');
    }
  }
}

const HOLDS: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function comparison(operator: ComparisonOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  const ordered = order(left, right);
  return typeof ordered === 'number' ? { type: 'boolean', boolean: HOLDS[operator](ordered) } : ordered;
}

/** An argument of a call, looked at only when a function asks for it. */
interface Argument {
  /** Blank for an argument that was left out. */
  value(): FormulaValue;
  /** The values of its cells, row by row, if it refers to cells at all. */
  cells(): Iterable<FormulaValue> | undefined;
}

type FormulaFunction = (given: readonly Argument[]) => FormulaValue;

/** The functions that the totals and rates of returns are made of. Any other makes the value unknown. */
const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
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

/** A value while it is being computed; numbers are exact. */
export type FormulaValue =
  | { readonly type: 'number'; readonly value: Rational }
  | Exclude<CellValue, { type: 'number' }>
  | { readonly type: 'blank' };

export const UNKNOWN = { type: 'unknown' } as const;
const BLANK = { type: 'blank' } as const;

/** The value of a formula that fails: "#DIV/0!". */
export const errorValue = (text: string): FormulaValue => ({ type: 'error', text });

/** A number that has grown beyond all measure is given up. */
const numberValue = (value: Rational): FormulaValue => (isHuge(value) ? UNKNOWN : { type: 'number', value });

/** A cell's double counts at the 15 digits that Excel shows. */
export function fromCellValue(value: CellValue): FormulaValue {
  if (value.type !== 'number') return value;
  const decimal = decimalFromDouble(value.number);
  return decimal ? numberValue(fromDecimal(decimal)) : UNKNOWN;
}

/** Excel shows zero for a reference to an empty cell. */
export function toCellValue(value: FormulaValue): CellValue {
  if (value.type === 'blank') return { type: 'number', number: 0 };
  if (value.type !== 'number') return value;
  const number = toDouble(value.value);
  return Number.isFinite(number) ? { type: 'number', number } : UNKNOWN;
}

/**
 * The value as an operand of arithmetic. Text without a digit is #VALUE!, as in Excel; text with one is what the
 * reader's language makes of it ("1.234"), which we don't guess.
 */
function toNumber(value: FormulaValue): { type: 'number'; value: Rational } | FormulaValue {
  switch (value.type) {
    case 'blank':
      return { type: 'number', value: ZERO };
    case 'boolean':
      return { type: 'number', value: value.boolean ? ONE : ZERO };
    case 'text':
      return /\d/.test(value.text) ? UNKNOWN : errorValue('#VALUE!');
    default:
      return value;
  }
}

const RANKS = { number: 0, text: 1, boolean: 2 } as const;
type Comparable = Extract<FormulaValue, { type: keyof typeof RANKS }>;

/**
 * Orders two values as Excel does: numbers before texts before truth values, texts without case, and a blank like
 * the zero, the empty text or FALSE that the other side calls for. An error or an unknown is given back instead.
 */
function order(a: FormulaValue, b: FormulaValue): number | FormulaValue {
  const left = a.type === 'blank' ? blankLike(b) : a;
  const right = b.type === 'blank' ? blankLike(left) : b;
  if (!isComparable(left)) return left;
  if (!isComparable(right)) return right;
  if (left.type === 'number' && right.type === 'number') return compare(left.value, right.value);
  if (left.type === 'text' && right.type === 'text')
    return orderOf(left.text.toLowerCase(), right.text.toLowerCase());
  if (left.type === 'boolean' && right.type === 'boolean')
    return Number(left.boolean) - Number(right.boolean);
  return RANKS[left.type] - RANKS[right.type];
}

function blankLike(other: FormulaValue): FormulaValue {
  if (other.type === 'text') return { type: 'text', text: '' };
  if (other.type === 'boolean') return { type: 'boolean', boolean: false };
  return { type: 'number', value: ZERO };
}

const isComparable = (value: FormulaValue): value is Comparable => value.type in RANKS;

const orderOf = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
