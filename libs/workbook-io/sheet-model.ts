/**
 * Our own model of a workbook, free of any library: what a reader of returns may know of a sheet. Plain data, so that
 * it can be made by hand in a test and passed between threads.
 */
export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  /** Day numbers count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** It brings macros. Nothing here runs them; who opens the file elsewhere may. */
  readonly hasMacros?: true;
}

export interface SheetModel {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold at least one cell, top down; each row's cells from left to right. */
  readonly rows: readonly RowModel[];
  readonly merges: readonly MergedRange[];
  /** Indexes from 0. */
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface RowModel {
  /** Index from 0. */
  readonly index: number;
  readonly hidden: boolean;
  readonly cells: readonly CellModel[];
}

export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type CellValue =
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'boolean'; readonly boolean: boolean }
  /** An Excel error such as #REF!. */
  | { readonly type: 'error'; readonly text: string }
  /** A formula without a saved value that we could not compute; never zero. */
  | { readonly type: 'unknown' };

/** A cell that holds something. Only the first cell of a merged range has a value: a merged cell counts once. */
export interface CellModel {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The formula without its "=", if the cell has one. */
  readonly formula?: string;
  /** The value was computed by us, since the file had none saved. */
  readonly computed?: true;
  /** The number format shows a date. */
  readonly isDate?: true;
  /** The number format, when it isn't General. */
  readonly format?: string;
  readonly fontName?: string;
  readonly bold?: true;
  /** Levels of indent, from the cell's alignment. */
  readonly indent?: number;
}

/** A1 name of a cell, from indexes that count from 0: (0, 26) is "AA1". */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

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

/**
 * Leaves only the first cell of each merged range: some programs repeat a value in every cell of a merge, and a
 * merged cell counts once. Rows must go top down and their cells from left to right.
 */
export function keepFirstCells(rows: readonly RowModel[], merges: readonly MergedRange[]): RowModel[] {
  const waiting = [...merges].sort((a, b) => a.top - b.top);
  let next = 0;
  let open: MergedRange[] = [];
  const kept: RowModel[] = [];
  for (const row of rows) {
    for (let merge = waiting[next]; merge && merge.top <= row.index; merge = waiting[next]) {
      open.push(merge);
      next += 1;
    }
    open = open.filter((merge) => merge.bottom >= row.index);
    const cells = open.length > 0 ? withoutCovered(row, open) : row.cells;
    if (cells.length > 0) kept.push(cells === row.cells ? row : { ...row, cells });
  }
  return kept;
}

function withoutCovered(row: RowModel, open: readonly MergedRange[]): RowModel['cells'] {
  const ranges = [...open].sort((a, b) => a.left - b.left);
  let first = 0;
  return row.cells.filter(({ column }) => {
    for (let range = ranges[first]; range && range.right < column; range = ranges[first]) first += 1;
    const range = ranges[first];
    if (!range || range.left > column) return true;
    return range.top === row.index && range.left === column;
  });
}
