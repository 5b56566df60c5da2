import type { WorkbookModel } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import type { ZipPackage } from '../zip/zip-package';
import { assembleSheet } from './assemble-sheet';
import { readCanonical } from './canonical-package';
import { textOf } from './part-text';
import { plainSharedStrings } from './shared-strings';
import { scanSheet, type SheetScan } from './sheet-scan';
import { readStyles } from './style-table';
import { workbookParts } from './workbook-parts';

/** Opens .xlsx and .xlsm, in the Transitional and the Strict form. */
export function openOoxml(main: string, zip: ZipPackage, limits: WorkbookLimits): WorkbookModel {
  const parts = workbookParts(main, zip, limits);
  const styles = parts.styles === undefined ? [] : readStyles(textOf(parts.styles, zip), limits);
  const strings = parts.sharedStrings === undefined ? undefined : textOf(parts.sharedStrings, zip);
  let cellsLeft = limits.cells;
  const scans = parts.sheets.map(({ part }): SheetScan => {
    const scan = scanSheet(textOf(part, zip), part, limits, cellsLeft);
    cellsLeft -= scan.cells.length;
    return scan;
  });
  const book = readCanonical(
    scans.map(({ xml }) => xml),
    strings === undefined ? undefined : plainSharedStrings(strings, limits),
    parts.date1904,
  );
  const sheets = parts.sheets.flatMap((part, index) => {
    const scan = scans[index];
    return scan ? [assembleSheet(part, scan, book.Sheets[index + 1], styles)] : [];
  });
  return { sheets, date1904: parts.date1904 };
}
