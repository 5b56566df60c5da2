/**
 * Our own model of a workbook, free of any library: what a reader of returns may know of a sheet. Plain data, so that
 * it can be made by hand in a test and passed between threads.
 */
export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  /** Day numbers count from 1904 instead of 1900. */
  readonly date1904: boolean;
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
