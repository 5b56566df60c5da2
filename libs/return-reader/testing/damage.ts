import { decimalFromDouble, formatDecimal, plainDateFromSerial } from '@thongvon/kernel';
import { type CellModel, cellName, type CellValue, type WorkbookModel } from '@thongvon/workbook-io';
import type { DeclaredCorrection } from '../model/correction';

/** Spoils some cells of a workbook; `typed` is the workbook with the right values typed into them. */
export function damage(model: WorkbookModel, next: () => number) {
  const corrections: DeclaredCorrection[] = [];
  const wrongs: CellValue[] = [
    { type: 'text', text: 'xem phụ lục' },
    { type: 'number', number: -77 },
    { type: 'error', text: '#REF!' },
    { type: 'text', text: '14.990' },
    { type: 'number', number: 123_456_789 },
  ];
  const right = new Map<CellModel, CellModel>();
  const wrong = new Map<CellModel, CellModel>();
  for (const sheet of model.sheets)
    for (const row of sheet.rows)
      for (const cell of row.cells) {
        const declared = declaredFor(sheet.name, cell, model.date1904);
        // What is declared for a covered cell of a merged range goes to its first cell, whose own it would replace.
        if (!declared || isCovered(sheet, cell) || next() % 12 !== 0) continue;
        corrections.push(declared);
        const { formula: _, ...typed } = cell;
        right.set(cell, typed);
        wrong.set(cell, { ...cell, value: wrongs[next() % wrongs.length] ?? cell.value });
      }
  const withCells = (cells: ReadonlyMap<CellModel, CellModel>): WorkbookModel => ({
    ...model,
    sheets: model.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cells.get(cell) ?? cell) })),
    })),
  });
  return { damaged: withCells(wrong), typed: withCells(right), corrections };
}

const isCovered = ({ merges }: WorkbookModel['sheets'][number], { row, column }: CellModel): boolean =>
  merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row > top || column > left),
  );

function declaredFor(sheet: string, cell: CellModel, date1904: boolean): DeclaredCorrection | undefined {
  const at = { sheet, cell: cellName(cell.row, cell.column), reason: 'Gõ nhầm' };
  const { value } = cell;
  if (value.type === 'text')
    return value.text === '' ? undefined : { ...at, type: 'text', value: value.text };
  if (value.type !== 'number') return undefined;
  const date = cell.isDate ? plainDateFromSerial(value.number, date1904) : undefined;
  if (date !== undefined) return { ...at, type: 'date', value: date };
  const decimal = decimalFromDouble(value.number);
  return decimal && { ...at, type: 'number', value: formatDecimal(decimal) };
}
