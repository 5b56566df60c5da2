import { cleanText } from '@thongvon/kernel';
import {
  type CellModel,
  cellName,
  type MergedRange,
  type RowModel,
  type SheetModel,
} from '@thongvon/workbook-io';

/**
 * A sheet that can be asked for a cell, a row and the merged range over a place. Linear to build, logarithmic to ask;
 * merges are clipped to the rows and columns that hold something, so that a merge of a whole column costs nothing.
 */
export class Grid {
  readonly rows: readonly RowModel[];
  private readonly byIndex: ReadonlyMap<number, RowModel>;
  private readonly mergesByColumn = new Map<number, MergedRange[]>();

  constructor(readonly sheet: SheetModel) {
    this.rows = sheet.rows;
    this.byIndex = new Map(sheet.rows.map((row) => [row.index, row]));
    const lastColumn = sheet.rows.reduce((last, row) => Math.max(last, row.cells.at(-1)?.column ?? 0), 0);
    for (const merge of sheet.merges) {
      for (let column = merge.left; column <= Math.min(merge.right, lastColumn); column += 1) {
        const list = this.mergesByColumn.get(column);
        if (list) list.push(merge);
        else this.mergesByColumn.set(column, [merge]);
      }
    }
    for (const list of this.mergesByColumn.values()) list.sort((a, b) => a.top - b.top);
  }

  get name(): string {
    return this.sheet.name;
  }

  row(index: number): RowModel | undefined {
    return this.byIndex.get(index);
  }

  /** The cell that itself holds something at this place. */
  cell(row: number, column: number): CellModel | undefined {
    const cells = this.byIndex.get(row)?.cells;
    if (!cells) return undefined;
    let low = 0;
    let high = cells.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const cell = cells[middle];
      if (!cell) return undefined;
      if (cell.column === column) return cell;
      if (cell.column < column) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** The merged range that covers this place. */
  merge(row: number, column: number): MergedRange | undefined {
    const list = this.mergesByColumn.get(column);
    if (!list) return undefined;
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const merge = list[middle];
      if (!merge) return undefined;
      if (row < merge.top) high = middle - 1;
      else if (row > merge.bottom) low = middle + 1;
      else return merge;
    }
    return undefined;
  }

  /** The cell a person sees at this place: its own, or the one whose merge covers it. */
  seen(row: number, column: number): CellModel | undefined {
    const merge = this.merge(row, column);
    return merge ? this.cell(merge.top, merge.left) : this.cell(row, column);
  }

  /** The cleaned text of the cell's own value; empty for numbers, errors and blanks. */
  text(row: number, column: number): string {
    return textOf(this.cell(row, column));
  }
}

/** The cleaned text of a text cell; empty for anything else. */
export function textOf(cell: CellModel | undefined): string {
  if (cell?.value.type !== 'text') return '';
  const known = CLEANED.get(cell);
  if (known !== undefined) return known;
  const text = cleanText(cell.value.text);
  CLEANED.set(cell, text);
  return text;
}

const CLEANED = new WeakMap<CellModel, string>();

/** Whether the cell holds something that a person would see. */
export function isFilled(cell: CellModel | undefined): cell is CellModel {
  return cell !== undefined && (cell.value.type !== 'text' || textOf(cell) !== '');
}

/** What the cell says, as text, for a finding. */
export function shownValue(cell: CellModel | undefined): string | null {
  if (!cell) return null;
  const { value } = cell;
  switch (value.type) {
    case 'text':
      return cleanText(value.text);
    case 'error':
      return value.text;
    case 'number':
      return String(value.number);
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'unknown':
      return cell.formula === undefined ? null : `=${cell.formula}`;
  }
}

/** "B5" for row 4, column 1. */
export function nameOf(cell: { row: number; column: number }): string {
  return cellName(cell.row, cell.column);
}

/** "AA" for 26. */
export function columnLetters(column: number): string {
  return cellName(0, column).slice(0, -1);
}

/** 26 for "AA". */
export function columnIndex(letters: string): number {
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A text outside a table's rows, with its cell. */
export interface Statement {
  readonly text: string;
  readonly cell: CellModel;
}

/** Longer texts are instructions or minutes, not statements about a table. */
const LONGEST = 400;

/** The texts in these rows, in their order, but for long ones. */
export function statementsOf(rows: readonly RowModel[]): Statement[] {
  return rows.flatMap((row) =>
    row.cells.filter(isFilled).flatMap((cell) => {
      const text = textOf(cell);
      return text !== '' && text.length <= LONGEST ? [{ text, cell }] : [];
    }),
  );
}
