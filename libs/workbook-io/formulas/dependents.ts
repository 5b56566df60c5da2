import type { CellModel, WorkbookModel } from '../sheet-model';
import { parseFormula, type RangeReference, rangesIn, rangesOf } from './parser';
import { OutOfSteps, type SheetIndex, WorkbookIndex } from './sheet-index';

interface Formula {
  readonly cell: CellModel;
  readonly sheet: SheetIndex;
  readonly ranges: readonly RangeReference[];
}

/**
 * The formulas that lead to one of these cells, over however many others. Of a formula that we don't understand the cells that it
 * names count. What hasn't been looked at after `steps` cells isn't among them.
 */
export function dependentFormulas(
  model: WorkbookModel,
  changed: ReadonlySet<CellModel>,
  steps: number,
): ReadonlySet<CellModel> {
  const index = new WorkbookIndex(model, steps);
  const formulas = new Map<CellModel, Formula>();
  for (const sheet of index.all)
    for (const cell of sheet.sheet.rows.flatMap(({ cells }) => cells)) {
      if (cell.formula === undefined) continue;
      const expression = parseFormula(cell.formula);
      const ranges = expression ? rangesOf(expression) : rangesIn(cell.formula);
      formulas.set(cell, { cell, sheet, ranges });
    }
  try {
    return reaching(index, formulas, changed);
  } catch (error) {
    if (error instanceof OutOfSteps) return new Set();
    throw error;
  }
}

/** Each range is looked through once: who refers to a cell is noted, and followed from the changed cells. */
function reaching(
  index: WorkbookIndex,
  formulas: ReadonlyMap<CellModel, Formula>,
  changed: ReadonlySet<CellModel>,
): Set<CellModel> {
  const usedBy = new Map<CellModel, CellModel[]>();
  for (const { cell, sheet, ranges } of formulas.values())
    for (const range of ranges)
      for (const used of index.cellsIn(range, sheet) ?? []) {
        if (!changed.has(used) && !formulas.has(used)) continue;
        const users = usedBy.get(used);
        if (users) users.push(cell);
        else usedBy.set(used, [cell]);
      }
  const found = new Set<CellModel>();
  const open = [...changed];
  for (let cell = open.pop(); cell; cell = open.pop())
    for (const user of usedBy.get(cell) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      open.push(user);
    }
  return found;
}
