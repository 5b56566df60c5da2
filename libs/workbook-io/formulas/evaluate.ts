import { BLANK, errorValue, type FormulaValue, numberValue, order, toNumber, UNKNOWN } from './formula-value';
import { add, divide, multiply, negate, type Rational, round, ZERO } from './rational';
import {
  type ArithmeticOperator,
  type ComparisonOperator,
  type Expression,
  isOneCell,
  type RangeReference,
} from './syntax';

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
