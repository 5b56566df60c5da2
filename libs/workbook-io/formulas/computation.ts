import type { CellModel, CellValue, WorkbookModel } from '../sheet-model';
import { errorValue, evaluate, type FormulaValue, fromCellValue, toCellValue, UNKNOWN } from './evaluate';
import { type Expression, parseFormula, type RangeReference, rangesOf } from './parser';
import { OutOfSteps, type SheetIndex, WorkbookIndex } from './sheet-index';

/** A formula that is to be computed. */
interface Pending {
  readonly cell: CellModel;
  readonly sheet: SheetIndex;
  readonly expression: Expression | undefined;
}

/**
 * What the wanted formulas give; the values that are saved for the others count. What is circular or needs something that we don't
 * know is unknown; what comes after `steps` cells have been looked at isn't among the results.
 */
export function computeFormulas(
  model: WorkbookModel,
  isWanted: (cell: CellModel) => boolean,
  steps: number,
): ReadonlyMap<CellModel, CellValue> {
  const computation = new Computation(model, isWanted, steps);
  return computation.isIdle ? new Map() : computation.run();
}

class Computation {
  private readonly index: WorkbookIndex;
  private readonly pending = new Map<CellModel, Pending>();
  private readonly results = new Map<CellModel, FormulaValue>();
  private readonly saved = new Map<CellModel, FormulaValue>();

  constructor(model: WorkbookModel, isWanted: (cell: CellModel) => boolean, steps: number) {
    this.index = new WorkbookIndex(model, steps);
    for (const sheet of this.index.all) {
      for (const cell of sheet.sheet.rows.flatMap(({ cells }) => cells)) {
        if (cell.formula === undefined || !isWanted(cell)) continue;
        this.pending.set(cell, { cell, sheet, expression: parseFormula(cell.formula) });
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
      for (const cell of this.index.cellsIn(range, sheet) ?? []) {
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
    const cells = this.index.cellsIn(range, own);
    if (!cells) yield errorValue('#REF!');
    for (const cell of cells ?? []) yield this.results.get(cell) ?? this.savedValue(cell);
  }

  private savedValue(cell: CellModel): FormulaValue {
    const value = this.saved.get(cell) ?? fromCellValue(cell.value);
    this.saved.set(cell, value);
    return value;
  }
}
