import { cellName, type CellModel, type SheetModel, type WorkbookModel } from '../sheet-model';
import { WorkbookRefused } from '../workbook-refused';

/** The cells of a sheet under their A1 names. */
export function cellsOf(sheet: SheetModel | undefined): Record<string, CellModel> {
  const cells = sheet?.rows.flatMap((row) => row.cells) ?? [];
  return Object.fromEntries(cells.map((cell) => [cellName(cell.row, cell.column), cell]));
}

/** What the cells of a sheet hold, under their A1 names: numbers, texts, truth values, errors, or "unknown". */
export function valuesOf(sheet: SheetModel | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(cellsOf(sheet)).map(([name, { value }]) => [name, plain(value)]));
}

function plain(value: CellModel['value']): unknown {
  switch (value.type) {
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'unknown':
      return 'unknown';
    default:
      return value.text;
  }
}

/** Code and detail of the refusal that opening a file ends with. */
export function refusalOf(open: () => WorkbookModel): string {
  try {
    open();
  } catch (error) {
    if (error instanceof WorkbookRefused) return `${error.code} ${error.detail}`;
    throw error;
  }
  throw new Error('the file was opened');
}
