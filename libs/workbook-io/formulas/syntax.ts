import type { MergedRange } from '../sheet-model';
import type { Rational } from './rational';

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A formula as a tree. */
export type Expression =
  | { readonly type: 'number'; readonly value: Rational }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'boolean'; readonly boolean: boolean }
  | { readonly type: 'error'; readonly text: string }
  | RangeReference
  | { readonly type: 'negate' | 'percent'; readonly operand: Expression }
  | {
      readonly type: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly type: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** An argument that was left out, as in IF(A1,,2), is undefined. */
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly (Expression | undefined)[] };

export interface RangeReference {
  readonly type: 'range';
  /** Undefined: the sheet of the formula. */
  readonly sheet: string | undefined;
  readonly area: MergedRange;
}

export const isOneCell = ({ area }: RangeReference): boolean =>
  area.top === area.bottom && area.left === area.right;

/** All the ranges that a formula refers to. Without recursion: a sum of 4000 terms is a tree 4000 deep. */
export function rangesOf(formula: Expression): RangeReference[] {
  const ranges: RangeReference[] = [];
  const open: (Expression | undefined)[] = [formula];
  while (open.length > 0) {
    const expression = open.pop();
    if (expression?.type === 'range') ranges.push(expression);
    else if (expression?.type === 'negate' || expression?.type === 'percent') open.push(expression.operand);
    else if (expression?.type === 'arithmetic' || expression?.type === 'comparison') {
      open.push(expression.left, expression.right);
    } else if (expression?.type === 'call') open.push(...expression.arguments);
  }
  return ranges;
}
