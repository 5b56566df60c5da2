import { zipSync } from 'fflate';
import type { WorkbookModel } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import type { ZipPackage } from '../zip/zip-package';
import { readWithSheetJs } from './read-with-sheetjs';

/** Parts that hold values; comments, drawings, macros and the rest are not read. */
const READ =
  /(?:^\[content_types\]\.xml|\.rels|workbook\.bin|sharedstrings\.bin|styles\.bin|sheets[\\/][^\\/]*\.bin)$/i;

/** Opens .xlsb, Excel's binary form of Office Open XML. */
export function openXlsb(zip: ZipPackage, limits: WorkbookLimits): WorkbookModel {
  const parts: Record<string, Uint8Array> = {};
  for (const name of zip.names) {
    const bytes = READ.test(name) ? zip.read(name) : undefined;
    if (bytes) parts[name] = bytes;
  }
  return readWithSheetJs(zipSync(parts, { level: 0 }), limits);
}
