import {
  cellName,
  parsePlace,
  type CellModel,
  type MergedRange,
  type SheetModel,
  type WorkbookModel,
} from '@thongvon/workbook-io';
import { sheetWindow, type SheetWindow } from './sheet-window';

function cell(name: string, text: string): CellModel {
  const place = parsePlace(name);
  if (!place) throw new Error(`no cell: ${name}`);
  return { ...place, value: { type: 'text', text } };
}

/** A sheet whose cell B7 says "B7", for 30 rows of the columns A to P. */
function book(given: Partial<SheetModel> = {}, hiddenRows: readonly number[] = []): WorkbookModel {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    index,
    hidden: hiddenRows.includes(index + 1),
    cells: Array.from({ length: 16 }, (__, column) => cell(cellName(index, column), cellName(index, column))),
  }));
  const sheet = { name: 'Biểu', hidden: false, rows, merges: [], hiddenColumns: new Set<number>(), ...given };
  return { sheets: [sheet], date1904: false };
}

const merge = (top: number, left: number, bottom: number, right: number): MergedRange => ({
  top,
  left,
  bottom,
  right,
});
const request = { sheet: 'Biểu', cell: 'K20', headerRows: [6, 7], keyColumns: ['B', 'C'] };
const rowsOf = (window?: SheetWindow) => window?.rows.map(({ row }) => row);
const columnsOf = (window?: SheetWindow) => window?.columns.map(({ column }) => column);
const at = (window: SheetWindow | undefined, row: number, column: string) =>
  window?.rows.find((one) => one.row === row)?.cells.find((one) => one.column === column);

describe('a cell in its surroundings', () => {
  it('has the header, the row under it, the rows and columns about it, and the columns that name its row', () => {
    const window = sheetWindow(book(), request);
    expect(rowsOf(window)).toEqual([6, 7, 8, 18, 19, 20, 21, 22]);
    expect(columnsOf(window)?.join('')).toBe('BCGHIJKLMNO');
    expect(window?.rows.filter(({ afterGap }) => afterGap).map(({ row }) => row)).toEqual([18]);
    expect(window?.columns.filter(({ afterGap }) => afterGap).map(({ column }) => column)).toEqual(['G']);
    expect(at(window, 20, 'K')?.text).toBe('K20');
  });

  it('reaches as far as it is asked to, but no further than the sheet', () => {
    const top = {
      sheet: 'Biểu',
      cell: 'A1',
      headerRows: [],
      keyColumns: [],
      reach: { rows: 39, columns: 5 },
    };
    const window = sheetWindow(book(), top);
    expect([rowsOf(window)?.length, columnsOf(window)?.join('')]).toEqual([30, 'ABCDEF']);
  });

  it('has more rows above where no header is known', () => {
    expect(rowsOf(sheetWindow(book(), { ...request, headerRows: [], cell: 'A5' }))?.[0]).toBe(1);
  });

  it('shows what a merged range says, though its first cell is left out', () => {
    const window = sheetWindow(book({ merges: [merge(5, 3, 5, 9)] }), request);
    expect(at(window, 6, 'G')).toMatchObject({ text: 'D6', columnSpan: 4, rowSpan: 1 });
    expect(at(window, 6, 'H')).toBeUndefined();
    expect(at(window, 6, 'K')?.text).toBe('K6');
  });

  it('leaves out hidden rows and columns, but never the cell itself', () => {
    const window = sheetWindow(book({ hiddenColumns: new Set([8, 10]) }, [19, 20]), request);
    expect(rowsOf(window)).not.toContain(19);
    expect(columnsOf(window)).not.toContain('I');
    expect(at(window, 20, 'K')?.text).toBe('K20');
    expect(window?.rows.find(({ row }) => row === 20)?.isHidden).toBe(true);
  });

  it('is there for an empty cell under the last row, and not for a sheet that is not', () => {
    expect(at(sheetWindow(book(), { ...request, cell: 'K40' }), 40, 'K')).toMatchObject({
      type: 'empty',
      text: '',
    });
    expect(sheetWindow(book(), { ...request, sheet: 'Khác' })).toBeUndefined();
  });
});
