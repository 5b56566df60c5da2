import type { CellObject, WorkSheet } from '@e965/xlsx';
import { LAST_COLUMN, LAST_ROW } from '../cell-references';
import { keepFirstCells } from '../merged-ranges';
import type { CellModel, CellValue, MergedRange, RowModel, SheetModel } from '../sheet-model';
import { damaged } from '../workbook-refused';
import { isDateFormat } from './sheetjs';

/** Numbers that SheetJS gives for the errors of a cell, as [MS-XLS] 2.5.10 numbers them. */
const ERROR_TEXTS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** Turns a sheet that SheetJS read in dense mode with `cellStyles` into our own model. */
export function sheetFromSheetJs(name: string, hidden: boolean, sheet: WorkSheet): SheetModel {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): MergedRange => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  const rows: RowModel[] = [];
  // forEach passes over the holes of a sparse array, but takes its time for a length of thousands of millions.
  const data = sheet['!data'] ?? [];
  if (data.length > LAST_ROW + 1) throw damaged(`the sheet "${name}" has a row ${data.length}`);
  data.forEach((line, index) => {
    if (line.length > LAST_COLUMN + 1) throw damaged(`the sheet "${name}" has a column ${line.length}`);
    const cells: CellModel[] = [];
    line.forEach((cell, column) => {
      const model = cellFromSheetJs(index, column, cell);
      if (model) cells.push(model);
    });
    if (cells.length > 0) rows.push({ index, hidden: sheet['!rows']?.[index]?.hidden === true, cells });
  });
  const hiddenColumns = new Set<number>();
  sheet['!cols']?.forEach((column, index) => {
    if (column.hidden === true) hiddenColumns.add(index);
  });
  return { name, hidden, rows: keepFirstCells(rows, merges), merges, hiddenColumns };
}

/** Undefined for a cell that holds neither value nor formula. */
function cellFromSheetJs(row: number, column: number, cell: CellObject): CellModel | undefined {
  const formula = cell.f === undefined || cell.f === '' ? undefined : cell.f;
  const value =
    valueFromSheetJs(cell) ?? (formula === undefined ? undefined : ({ type: 'unknown' } as const));
  if (!value || (formula === undefined && isEmptyText(value))) return undefined;
  const format = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined;
  return {
    row,
    column,
    value,
    ...(formula !== undefined && { formula }),
    ...(format !== undefined && { format }),
    ...(format !== undefined && isDateFormat(format) && { isDate: true }),
  };
}

/** A text without a character is as good as no cell, unless a formula gave it. */
export const isEmptyText = (value: CellValue): boolean => value.type === 'text' && value.text === '';

/** The value as SheetJS gives it; undefined for a cell without one. */
export function valueFromSheetJs({ t, v }: CellObject): CellValue | undefined {
  switch (t) {
    case 'n':
      return typeof v === 'number' && Number.isFinite(v) ? { type: 'number', number: v } : undefined;
    case 's':
      return typeof v === 'string' ? { type: 'text', text: v } : undefined;
    case 'b':
      return { type: 'boolean', boolean: v === true };
    case 'e':
      return { type: 'error', text: (typeof v === 'number' ? ERROR_TEXTS[v] : undefined) ?? '#ERROR!' };
    default:
      // "z": a cell with a style only, or a formula whose value was not saved (its v is 0, which is no value).
      return undefined;
  }
}
