import { parseFormula } from '../formulas/parser';
import { damaged, overLimit, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';
import type { CellModel, RowModel, WorkbookModel } from '../sheet-model';
import { CsvRecords, separatorOf } from './csv-text';
import { shownValue } from './error-texts';
import { decodeText } from './text-encoding';

/** What the one sheet of a text is called: its file names no sheet. */
export const ONLY_SHEET = 'Sheet1';

/**
 * Opens a table as text. Every cell is a text as it was written: what "1.234" is, the column decides (contract,
 * section 3), not the regional settings of a computer; a code keeps its zeros. Rows and columns are those that Excel
 * shows. Throws RET-NOT-A-RETURN for a text without a table and one whose separator reads two ways, RET-DAMAGED for
 * one that ends within quotes.
 */
export function openCsv(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const text = decodeText(bytes);
  const table = separatorOf(text, limits.columns);
  if (!table) throw new WorkbookRefused('RET-NOT-A-RETURN', 'a text without a table');
  const records = new CsvRecords(text, table.separator, limits.columns, table.from);
  const rows: RowModel[] = [];
  let count = 0;
  let index = 0;
  for (let record = records.next(); record; record = records.next(), index += 1) {
    if (index >= limits.rows) throw overLimit('rows', limits.rows);
    const cells = record.flatMap(({ text: written }, column) => csvCell(index, column, written) ?? []);
    count += cells.length;
    if (count > limits.cells) throw overLimit('cells', limits.cells);
    if (cells.length > 0) rows.push({ index, hidden: false, cells });
  }
  if (!records.ended) throw damaged('the text ends within quotes');
  const sheet = { name: ONLY_SHEET, hidden: false, rows, merges: [], hiddenColumns: new Set<number>() };
  return { sheets: [sheet], date1904: false };
}

/** `="0701234"`, by which programs keep Excel from dropping zeros. */
const KEPT_TEXT = /^="((?:[^"]|"")*)"$/;

function csvCell(row: number, column: number, written: string): CellModel | undefined {
  if (written.trim() === '') return undefined;
  const kept = KEPT_TEXT.exec(written)?.[1];
  if (kept !== undefined) return { row, column, value: { type: 'text', text: kept.replaceAll('""', '"') } };
  if (written.startsWith('=') && parseFormula(written.slice(1)) !== undefined)
    return { row, column, formula: written.slice(1), value: { type: 'unknown' } };
  return { row, column, value: shownValue(written) };
}
