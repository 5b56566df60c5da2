import type { CellModel, CellValue, RowModel, SheetModel, WorkbookModel } from '../sheet-model';
import { computeFormulas } from './computation';
import { dependentFormulas } from './dependents';

/** What stands in a cell instead of what the file has there: its formula goes, its look stays. Indexes from 0. */
export interface CorrectedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The number is a day's, to be shown as the cell shows dates. */
  readonly isDate?: true;
}

/**
 * The workbook as it would be had these values been typed into it: formulas that depend on them are computed anew. One that we can't
 * compute, or whose turn doesn't come within `steps` looked at cells, has no value any more: the saved one no longer holds.
 * `followed` are the formulas whose values changed. Cells of sheets that there aren't are passed over; the last of two for one cell counts.
 */
export function correctCells(
  model: WorkbookModel,
  corrections: readonly CorrectedCell[],
  steps: number,
): { readonly model: WorkbookModel; readonly followed: readonly CorrectedCell[] } {
  const corrected = new Set<CellModel>();
  const typed = {
    ...model,
    sheets: model.sheets.map((sheet) => {
      const own = corrections.filter((correction) => correction.sheet === sheet.name);
      return own.length === 0 ? sheet : withCells(sheet, own, corrected);
    }),
  };
  const dependent = dependentFormulas(typed, corrected, steps);
  if (dependent.size === 0) return { model: typed, followed: [] };
  const values = computeFormulas(typed, (cell) => dependent.has(cell), steps);
  const followed: CorrectedCell[] = [];
  const follow = (sheet: string, cell: CellModel): CellModel => {
    if (!dependent.has(cell)) return cell;
    const value = values.get(cell) ?? { type: 'unknown' };
    if (!isSame(value, cell.value)) followed.push({ sheet, row: cell.row, column: cell.column, value });
    return { ...cell, value };
  };
  const sheets = typed.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => follow(sheet.name, cell)),
    })),
  }));
  return { model: { ...typed, sheets }, followed };
}

const isSame = (one: CellValue, other: CellValue): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The sheet with values typed into cells; `typed` gets the cells as they are then. */
function withCells(
  sheet: SheetModel,
  corrections: readonly CorrectedCell[],
  typed: Set<CellModel>,
): SheetModel {
  const byRow = new Map<number, Map<number, CorrectedCell>>();
  for (const correction of corrections) {
    const cells = byRow.get(correction.row) ?? new Map<number, CorrectedCell>();
    byRow.set(correction.row, cells.set(correction.column, correction));
  }
  const known = new Set(sheet.rows.map(({ index }) => index));
  const missing = [...byRow.keys()].filter((index) => !known.has(index));
  const rows: readonly RowModel[] = [
    ...sheet.rows,
    ...missing.map((index) => ({ index, hidden: false, cells: [] })),
  ].sort((a, b) => a.index - b.index);
  return {
    ...sheet,
    rows: rows.map((row) => {
      const wanted = byRow.get(row.index);
      return wanted ? withValues(row, wanted, typed) : row;
    }),
  };
}

function withValues(
  row: RowModel,
  corrections: ReadonlyMap<number, CorrectedCell>,
  typed: Set<CellModel>,
): RowModel {
  const kept = row.cells.filter(({ column }) => !corrections.has(column));
  const made = [...corrections].map(([column, correction]) => {
    const cell = typedInto(
      row.cells.find((before) => before.column === column),
      correction,
    );
    typed.add(cell);
    return cell;
  });
  return { ...row, cells: [...kept, ...made].sort((a, b) => a.column - b.column) };
}

/** A number typed over what is shown as a date is none: that it was shown as one is the mistake that is mended. */
function typedInto(before: CellModel | undefined, { row, column, value, isDate }: CorrectedCell): CellModel {
  const { formula: _f, computed: _c, fontName: _n, isDate: wasDate, format, ...look } = before ?? {};
  const keepsFormat = format !== undefined && (isDate ?? !(wasDate && value.type === 'number'));
  return {
    ...look,
    row,
    column,
    value,
    ...(isDate ? { isDate } : {}),
    ...(keepsFormat ? { format } : {}),
  };
}
