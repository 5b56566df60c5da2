import type { CellModel, MergedRange, RowModel, SheetModel, WorkbookModel } from '../sheet-model';
import type { RangeReference } from './parser';

/** Takes more looks at cells than were granted. */
export class OutOfSteps extends Error {}

/** Finds the cells that formulas refer to. Throws `OutOfSteps` once `stepsLeft` cells have been looked at. */
export class WorkbookIndex {
  private readonly sheets: ReadonlyMap<string, SheetIndex>;

  constructor(
    model: WorkbookModel,
    private stepsLeft: number,
  ) {
    this.sheets = new Map(model.sheets.map((sheet) => [sheet.name.toLowerCase(), new SheetIndex(sheet)]));
  }

  get all(): Iterable<SheetIndex> {
    return this.sheets.values();
  }

  /** Those of a range that hold something, row by row; undefined where there is no such sheet. */
  cellsIn({ sheet, area }: RangeReference, own: SheetIndex): Iterable<CellModel> | undefined {
    const index = sheet === undefined ? own : this.sheets.get(sheet.toLowerCase());
    return index && this.counted(index.cellsIn(area));
  }

  private *counted(cells: Iterable<CellModel>): Generator<CellModel> {
    for (const cell of cells) {
      if ((this.stepsLeft -= 1) < 0) throw new OutOfSteps();
      yield cell;
    }
  }
}

/** Finds the cells of a sheet by their place, in time that depends on the cells there are and not on the range. */
export class SheetIndex {
  constructor(readonly sheet: SheetModel) {}

  *cellsIn({ top, left, bottom, right }: MergedRange): Generator<CellModel> {
    const { rows } = this.sheet;
    for (let at = firstFrom(rows, top, rowPlace); at < rows.length; at += 1) {
      const row = rows[at];
      if (!row || row.index > bottom) return;
      const { cells } = row;
      for (let cell = firstFrom(cells, left, cellPlace); cell < cells.length; cell += 1) {
        const found = cells[cell];
        if (!found || found.column > right) break;
        yield found;
      }
    }
  }
}

const rowPlace = (row: RowModel): number => row.index;
const cellPlace = (cell: CellModel): number => cell.column;

/** Index of the first item whose place is `from` or behind it; the items are in order. */
function firstFrom<Item>(items: readonly Item[], from: number, place: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && place(item) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
