import { openWorkbook, serveReadings, type WorkbookModel } from '@thongvon/workbook-io';
import { inUnicode } from '../legacy-text/to-unicode';
import { type KeyedFile, sheetWindow, type WindowRequest } from './sheet-window';

/** A person looks at one cell of a file after the other: the last file stays open. */
let last: { readonly key: string; readonly model: WorkbookModel } | undefined;

serveReadings((bytes, { key, ...request }: KeyedFile & WindowRequest) => {
  if (last?.key !== key) {
    // Two files side by side could be more than the heap may hold.
    last = undefined;
    last = { key, model: inUnicode(openWorkbook(bytes)) };
  }
  return sheetWindow(last.model, request);
});
