import {
  type CellModel,
  cellName,
  type CellValue,
  type SheetModel,
  type WorkbookModel,
} from '@thongvon/workbook-io';
import type { FindingCode } from '../model/reading';

/** A mistake that people make in one amount cell, and how it must be named. */
export interface Damage {
  readonly name: string;
  readonly code: FindingCode;
  readonly value: CellValue;
  readonly formula?: string;
}

export const DAMAGES: readonly Damage[] = [
  { name: 'words', code: 'RET-AMOUNT-NOT-A-NUMBER', value: { type: 'text', text: 'chưa có' } },
  { name: 'two numbers', code: 'RET-AMOUNT-NOT-A-NUMBER', value: { type: 'text', text: '12.000 và 3.000' } },
  { name: 'a truth value', code: 'RET-AMOUNT-NOT-A-NUMBER', value: { type: 'boolean', boolean: true } },
  { name: 'an error', code: 'RET-CELL-ERROR', value: { type: 'error', text: '#REF!' } },
  { name: 'a negative amount', code: 'RET-AMOUNT-NEGATIVE', value: { type: 'number', number: -5 } },
  {
    name: 'a formula without value',
    code: 'RET-FORMULA-WITHOUT-VALUE',
    value: { type: 'unknown' },
    formula: 'VLOOKUP(A1,X:Y,2)',
  },
];

/** The workbook with another value in one cell, and the cell's name. */
export function withValue(
  model: WorkbookModel,
  place: { sheet: number; row: number; column: number },
  { value, formula }: Pick<Damage, 'value' | 'formula'>,
): { model: WorkbookModel; sheet: string; cell: string } {
  const change = (cell: CellModel): CellModel =>
    cell.row === place.row && cell.column === place.column
      ? { row: cell.row, column: cell.column, value, ...(formula === undefined ? {} : { formula }) }
      : cell;
  const sheets = model.sheets.map((sheet, i): SheetModel =>
    i === place.sheet
      ? {
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.index === place.row ? { ...row, cells: row.cells.map(change) } : row,
          ),
        }
      : sheet,
  );
  return {
    model: { ...model, sheets },
    sheet: model.sheets[place.sheet]?.name ?? '',
    cell: cellName(place.row, place.column),
  };
}
