import { FUNCTIONS, type Argument } from './functions';
import { BLANK, errorValue, numberValue, order, toNumber, UNKNOWN, type FormulaValue } from './formula-value';
import { add, divide, multiply, negate, type Rational } from './rational';
import {
  isOneCell,
  type ArithmeticOperator,
  type ComparisonOperator,
  type Expression,
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
