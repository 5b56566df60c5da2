import type { WorkbookModel } from '../sheet-model';
import { compoundStreams } from '../sheetjs/sheetjs';
import type { WorkbookLimits } from '../workbook-limits';
import { WorkbookRefused } from '../workbook-refused';
import { biffRecords, RECORD } from './biff-records';
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
  return openBiff(book, limits);
}

/** Settings of a printer, which SheetJS passes over. */
const IGNORED_TYPE = 0x004d;

/** Opens the stream of records of an .xls, bare as Excel 2 to 4 write it or taken out of its compound file. */
export function openBiff(stream: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const styles = new BiffStyles();
  const copy = Buffer.from(stream);
  for (const record of biffRecords(stream)) {
    styles.visit(record);
    // A theme is a zip archive within the stream: SheetJS would unpack it, whatever it grows to.
    if (record.type === RECORD.theme) copy.writeUInt16LE(IGNORED_TYPE, record.position);
  }
  const model = readWithSheetJs(copy, limits);
  return { ...model, sheets: model.sheets.map((sheet) => styles.applyTo(sheet)) };
}
