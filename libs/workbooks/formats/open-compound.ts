import type { WorkbookModel } from '../sheet-model';
import { compoundStreams } from '../sheetjs/sheetjs';
import type { WorkbookLimits } from '../workbook-limits';
import { WorkbookRefused } from '../workbook-refused';
import { biffRecords } from './biff-records';
import { BiffStyles } from './biff-styles';
import { checkChains } from './compound-chains';
import { readWithSheetJs } from './read-with-sheetjs';

/** Opens .xls; says so when the compound file holds a locked workbook, or a document of another kind. */
export function openCompound(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  checkChains(bytes);
  const stream = compoundStreams(bytes);
  if (stream('/EncryptedPackage') ?? stream('/encryption')) {
    throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
  }
  const book = stream('/Workbook') ?? stream('/Book');
  if (!book) throw new WorkbookRefused('RET-NOT-A-RETURN', 'an Office document, but no workbook');
  return openBiff(book, bytes, limits);
}

/** Opens an .xls whose stream of records lies bare, as Excel 2 to 4 write it, or in a file around it. */
export function openBiff(stream: Uint8Array, file: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const styles = new BiffStyles();
  for (const record of biffRecords(stream)) styles.visit(record);
  const model = readWithSheetJs(file, limits);
  return { ...model, sheets: model.sheets.map((sheet) => styles.applyTo(sheet)) };
}
