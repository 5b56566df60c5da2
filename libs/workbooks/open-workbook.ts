import { read } from '@e965/xlsx';
import { sheetFromSheetJs } from './sheetjs-sheet';
import type { WorkbookModel } from './sheet-model';
import { WorkbookRefused } from './workbook-refused';

/** Opens a workbook of any format that offices send. Throws {@link WorkbookRefused} and nothing else. */
export function openWorkbook(bytes: Uint8Array): WorkbookModel {
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
    const sheets = book.SheetNames.map((name, index) =>
      sheetFromSheetJs(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, book.Sheets[name] ?? {}),
    );
    return { sheets, date1904: book.Workbook?.WBProps?.date1904 === true };
  } catch (cause) {
    throw new WorkbookRefused('RET-DAMAGED', 'the file can not be read', { cause });
  }
}
