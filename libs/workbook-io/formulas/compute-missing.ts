import type { CellModel, CellValue, MergedRange, RowModel, SheetModel, WorkbookModel } from '../sheet-model';
import { errorValue, evaluate, type FormulaValue, fromCellValue, toCellValue, UNKNOWN } from './evaluate';
import { type Expression, parseFormula, type RangeReference, rangesOf } from './parser';

/** A formula without a saved value. */
interface Pending {
  readonly cell: CellModel;
  readonly sheet: SheetIndex;
  readonly expression: Expression | undefined;
}

/**
 * Computes the formulas that have no saved value (programs other than Excel write such files), as far as they are
 * simple; the cells are marked `computed`. What is circular, needs something that we don't know, or comes after
 * `steps` cells have been looked at stays unknown. Saved values are taken as they are.
 */
export function computeMissing(model: WorkbookModel, steps: number): WorkbookModel {
  const computation = new Computation(model, steps);
  if (computation.isIdle) return model;
  const values = computation.run();
  return { ...model, sheets: model.sheets.map((sheet) => withValues(sheet, values)) };
}

function withValues(sheet: SheetModel, values: ReadonlyMap<CellModel, CellValue>): SheetModel {
  const withValue = (cell: CellModel): CellModel => {
    const value = values.get(cell);
    return value && value.type !== 'unknown' ? { ...cell, value, computed: true } : cell;
  };
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(withValue) })) };
}

class OutOfSteps extends Error {}

class Computation {
  private readonly sheets = new Map<string, SheetIndex>();
  private readonly pending = new Map<CellModel, Pending>();
  private readonly results = new Map<CellModel, FormulaValue>();
  private readonly saved = new Map<CellModel, FormulaValue>();

  constructor(
    model: WorkbookModel,
    private stepsLeft: number,
  ) {
    for (const sheet of model.sheets) {
      const index = new SheetIndex(sheet);
      this.sheets.set(sheet.name.toLowerCase(), index);
      for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
        if (cell.value.type !== 'unknown' || cell.formula === undefined) continue;
        this.pending.set(cell, { cell, sheet: index, expression: parseFormula(cell.formula) });
      }
    }
  }

  get isIdle(): boolean {
    return this.pending.size === 0;
  }

  run(): Map<CellModel, CellValue> {
    try {
      for (const start of this.pending.values()) if (!this.results.has(start.cell)) this.computeFrom(start);
    } catch (error) {
      if (!(error instanceof OutOfSteps)) throw error;
    }
    return new Map([...this.results].map(([cell, value]) => [cell, toCellValue(value)]));
  }

  /**
   * Depth first with a list of our own, since a running total over 20 000 rows is a chain of 20 000 cells. A cell that
   * is reached while it is still open is part of a circle: it has no result yet, so all that hangs on it is unknown.
   */
  private computeFrom(start: Pending): void {
    const open = [{ item: start, needs: this.needsOf(start) }];
    const visited = new Set([start.cell]);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const { done, value: next } = top.needs.next();
      if (done === true) {
        this.results.set(top.item.cell, this.valueOf(top.item));
        open.pop();
      } else if (!visited.has(next.cell)) {
        visited.add(next.cell);
        open.push({ item: next, needs: this.needsOf(next) });
      }
    }
  }

  private *needsOf({ expression, sheet }: Pending): Generator<Pending, undefined> {
    for (const range of expression ? rangesOf(expression) : []) {
      for (const cell of this.cellsIn(range, sheet) ?? []) {
        const needed = this.pending.get(cell);
        if (needed && !this.results.has(cell)) yield needed;
      }
    }
  }

  private valueOf({ expression, sheet }: Pending): FormulaValue {
    if (!expression) return UNKNOWN;
    return evaluate(expression, { valuesIn: (range) => this.valuesIn(range, sheet) });
  }

  private *valuesIn(range: RangeReference, own: SheetIndex): Generator<FormulaValue> {
    const cells = this.cellsIn(range, own);
    if (!cells) yield errorValue('#REF!');
    for (const cell of cells ?? []) yield this.results.get(cell) ?? this.savedValue(cell);
  }

  private savedValue(cell: CellModel): FormulaValue {
    const value = this.saved.get(cell) ?? fromCellValue(cell.value);
    this.saved.set(cell, value);
    return value;
  }

  private cellsIn({ sheet, area }: RangeReference, own: SheetIndex): Iterable<CellModel> | undefined {
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
class SheetIndex {
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
