import { matchKey } from './text';

/**
 * What makes two ways of writing a decision's number the same: case, accents, Đ and D, spaces and marks, "Số" before it and
 * leading zeros don't matter. "Số 09/QĐ-UBND" and "9 / qd-ubnd" are one number.
 */
export function decisionKey(number: string): string {
  return matchKey(number)
    .replace(/^so (?=\d)/, '')
    .replaceAll(' ', '')
    .replace(/^0+(?=\d)/, '');
}
