import { zipSync } from 'fflate';
import type { WorkbookModel } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import type { ZipPackage } from '../zip/zip-package';
import { readWithSheetJs } from './read-with-sheetjs';

/** What holds no values, and is often large: neither unpacked nor read. */
const PASSED_OVER = /(?:^|[\\/])(?:media|embeddings|theme|printerSettings|vbaProject\.bin|comments[^\\/]*)/i;

/** Opens .xlsb, Excel's binary form of Office Open XML. */
export function openXlsb(zip: ZipPackage, limits: WorkbookLimits): WorkbookModel {
  const parts: Record<string, Uint8Array> = {};
  for (const name of zip.names) {
    const bytes = PASSED_OVER.test(name) ? undefined : zip.read(name);
    if (bytes) parts[name] = bytes;
  }
  return readWithSheetJs(zipSync(parts, { level: 0 }), limits);
}
