import { openWorkbook, serveReadings, type WorkbookModel } from '@thongvon/workbook-io';
import { standingAt } from '../corrections/standing';
import { inUnicode } from '../legacy-text/to-unicode';
import { type LookRequest, sheetWindow } from './sheet-window';

/** A person looks at one cell of a file after the other: the last file stays open. */
let last: { readonly key: string; readonly model: WorkbookModel } | undefined;

serveReadings((bytes, { key, ...request }: LookRequest) => {
  if (last?.key !== key) {
    // Two files side by side could be more than the heap may hold.
    last = undefined;
    last = { key, model: inUnicode(openWorkbook(bytes)) };
  }
  const { model } = last;
  return 'places' in request
    ? request.places.map((place) => standingAt(model, place))
    : sheetWindow(model, request);
});
