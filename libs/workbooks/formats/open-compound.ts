import { compoundStreams } from '../sheetjs/sheetjs';
import type { WorkbookModel } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import { WorkbookRefused } from '../workbook-refused';
import { checkBiff } from './biff-records';
import { readWithSheetJs } from './read-with-sheetjs';

/** Opens .xls; says so when the compound file holds a locked workbook, or a document of another kind. */
export function openCompound(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const stream = compoundStreams(bytes);
  if (stream('/EncryptedPackage') ?? stream('/encryption')) {
    throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
  }
  const book = stream('/Workbook') ?? stream('/Book');
  if (!book) throw new WorkbookRefused('RET-NOT-A-RETURN', 'an Office document, but no workbook');
  checkBiff(book);
  return readWithSheetJs(bytes, limits);
}
