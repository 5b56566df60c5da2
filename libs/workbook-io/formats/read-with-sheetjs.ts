import { sheetFromSheetJs } from '../sheetjs/sheet-from-sheetjs';
import { readBook } from '../sheetjs/sheetjs';
import type { SheetModel, WorkbookModel } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import { damaged, overLimit } from '../workbook-refused';

/** Reads a file that SheetJS knows and whose container has been looked at. A sheet that it leaves out is refused. */
export function readWithSheetJs(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  // With styles it gives hidden rows and columns, and keeps formulas whose value was not saved.
  const book = readBook(bytes, { cellStyles: true });
  if (book.SheetNames.length > limits.sheets)
    throw overLimit('sheets', limits.sheets, book.SheetNames.length);
  let cells = 0;
  const sheets = book.SheetNames.flatMap((name, index): SheetModel[] => {
    const sheet = book.Sheets[name];
    if (!sheet) throw damaged(`the sheet "${name}" could not be read`);
    // Sheets of charts, dialogs and old macros hold no figures of their own.
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') return [];
    const model = sheetFromSheetJs(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, sheet);
    for (const row of model.rows) cells += row.cells.length;
    if (cells > limits.cells) throw overLimit('cells', limits.cells);
    if (model.merges.length > limits.mergedRanges) throw overLimit('mergedRanges', limits.mergedRanges);
    return [model];
  });
  return { sheets, date1904: book.Workbook?.WBProps?.date1904 === true };
}
