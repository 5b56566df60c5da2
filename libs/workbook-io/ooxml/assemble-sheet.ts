import type { CellObject, WorkSheet } from '@e965/xlsx';
import { keepFirstCells } from '../merged-ranges';
import { cellName, type CellModel, type CellValue, type RowModel, type SheetModel } from '../sheet-model';
import { isEmptyText, valueFromSheetJs } from '../sheetjs/sheet-from-sheetjs';
import { damaged } from '../workbook-refused';
import type { ScannedCell } from './cell-scan';
import type { SheetScan } from './sheet-scan';
import type { CellStyle } from './style-table';
import type { SheetPart } from './workbook-parts';

/**
 * Joins what SheetJS read with what the scan saw, cell by cell. A cell that one has and the other hasn't means that
 * the sheet was read in part: it is refused, since half a return is worse than none.
 */
export function assembleSheet(
  part: SheetPart,
  scan: SheetScan,
  sheet: WorkSheet | undefined,
  styles: readonly CellStyle[],
): SheetModel {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  const rows: RowModel[] = [];
  let cells: CellModel[] = [];
  let previous: ScannedCell | undefined;
  for (const scanned of inOrder(scan.cells)) {
    const { row, column } = scanned;
    if (previous?.row === row && previous.column === column) {
      throw damaged(`${part.name}!${cellName(row, column)} is there twice`);
    }
    const read = data[row]?.[column];
    if (!read) throw damaged(`${part.name}!${cellName(row, column)} could not be read`);
    previous = scanned;
    const cell = cellOf(scanned, read, styles[scanned.style], part.name);
    if (isEmptyText(cell.value) && !scanned.hasFormula) continue;
    if (rows.at(-1)?.index !== row) {
      cells = [];
      rows.push({ index: row, hidden: scan.hiddenRows.has(row), cells });
    }
    cells.push(cell);
  }
  const { name, hidden } = part;
  const { merges, hiddenColumns } = scan;
  return { name, hidden, rows: keepFirstCells(rows, merges), merges, hiddenColumns };
}

/** Excel writes rows and cells in order; other programs may not. */
function inOrder(cells: readonly ScannedCell[]): readonly ScannedCell[] {
  const follows = (a: ScannedCell, b: ScannedCell): number => a.row - b.row || a.column - b.column;
  const sorted = cells.every((cell, index) => index === 0 || follows(cells[index - 1] ?? cell, cell) <= 0);
  return sorted ? cells : [...cells].sort(follows);
}

function cellOf(
  scanned: ScannedCell,
  read: CellObject,
  style: CellStyle | undefined,
  sheet: string,
): CellModel {
  const { row, column, hasValue, isoDate } = scanned;
  return {
    row,
    column,
    value: hasValue ? valueOf(scanned, read, sheet) : { type: 'unknown' },
    ...(read.f !== undefined && read.f !== '' && { formula: read.f }),
    ...style,
    ...(isoDate && { isDate: true }),
  };
}

function valueOf(scanned: ScannedCell, read: CellObject, sheet: string): CellValue {
  const value = scanned.literal ?? valueFromSheetJs(read);
  if (!value)
    throw damaged(`the value of ${sheet}!${cellName(scanned.row, scanned.column)} could not be read`);
  return value;
}
