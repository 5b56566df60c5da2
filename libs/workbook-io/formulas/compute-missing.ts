import type { CellModel, CellValue, SheetModel, WorkbookModel } from '../sheet-model';
import { computeFormulas } from './computation';

/**
 * Computes the formulas that have no saved value (programs other than Excel write such files), as far as they are
 * simple; the cells are marked `computed`. What is circular, needs something that we don't know, or comes after
 * `steps` cells have been looked at stays unknown. Saved values are taken as they are.
 */
export function computeMissing(model: WorkbookModel, steps: number): WorkbookModel {
  const values = computeFormulas(model, ({ value }) => value.type === 'unknown', steps);
  return values.size === 0
    ? model
    : { ...model, sheets: model.sheets.map((sheet) => withValues(sheet, values)) };
}

function withValues(sheet: SheetModel, values: ReadonlyMap<CellModel, CellValue>): SheetModel {
  const withValue = (cell: CellModel): CellModel => {
    const value = values.get(cell);
    return value && value.type !== 'unknown' ? { ...cell, value, computed: true } : cell;
  };
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(withValue) })) };
}
