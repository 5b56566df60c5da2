import type { MergedRange } from './sheet-model';

/** The last row and column of a sheet, from 0 ([ECMA-376] 18.3.1.73 and Excel's own limits). */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** "B7" or "$B$7" as indexes from 0; undefined for anything else, and for what lies outside a sheet. */
export function parsePlace(address: string): { row: number; column: number } | undefined {
  let at = 0;
  let column = 0;
  let row = 0;
  if (address.charCodeAt(at) === DOLLAR) at += 1;
  const letters = at;
  for (
    let code = address.charCodeAt(at) & ~32;
    code >= 65 && code <= 90;
    code = address.charCodeAt(at) & ~32
  ) {
    column = column * 26 + code - 64;
    at += 1;
  }
  const lettersEnd = at;
  if (address.charCodeAt(at) === DOLLAR) at += 1;
  const digits = at;
  for (let code = address.charCodeAt(at); code >= 48 && code <= 57; code = address.charCodeAt(at)) {
    row = row * 10 + code - 48;
    at += 1;
  }
  if (lettersEnd === letters || at === digits || at !== address.length) return undefined;
  if (row < 1 || row > LAST_ROW + 1 || column > LAST_COLUMN + 1) return undefined;
  return { row: row - 1, column: column - 1 };
}

const DOLLAR = 0x24;

/** "A1:C3", or "B7" for a range of one cell; corners in any order. */
export function parseRange(reference: string): MergedRange | undefined {
  const [from = '', to = from, ...rest] = reference.split(':');
  const a = parsePlace(from);
  const b = parsePlace(to);
  if (!a || !b || rest.length > 0) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
