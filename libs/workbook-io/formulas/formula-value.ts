import { decimalFromDouble } from '@thongvon/kernel';
import type { CellValue } from '../sheet-model';
import { compare, fromDecimal, isHuge, ONE, toDouble, ZERO, type Rational } from './rational';

/** A value while it is being computed; numbers are exact. */
export type FormulaValue =
  | { readonly type: 'number'; readonly value: Rational }
  | Exclude<CellValue, { type: 'number' }>
  | { readonly type: 'blank' };

export const UNKNOWN = { type: 'unknown' } as const;
export const BLANK = { type: 'blank' } as const;

export const errorValue = (text: string): FormulaValue => ({ type: 'error', text });

/** A number that has grown beyond all measure is given up. */
export const numberValue = (value: Rational): FormulaValue =>
  isHuge(value) ? UNKNOWN : { type: 'number', value };

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
export function toNumber(value: FormulaValue): { type: 'number'; value: Rational } | FormulaValue {
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
export function order(a: FormulaValue, b: FormulaValue): number | FormulaValue {
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
