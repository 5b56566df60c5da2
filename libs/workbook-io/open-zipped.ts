import { isOpenDocument, openOpenDocument } from './formats/open-opendocument';
import { openXlsb } from './formats/open-xlsb';
import { openOoxml } from './ooxml/open-ooxml';
import { mainPart } from './ooxml/workbook-parts';
import type { WorkbookModel } from './sheet-model';
import type { WorkbookLimits } from './workbook-limits';
import { WorkbookRefused } from './workbook-refused';
import { ZipPackage } from './zip/zip-package';

/** Opens a zipped workbook: Office Open XML, its binary form, or OpenDocument. */
export function openZipped(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const zip = new ZipPackage(bytes, limits);
  if (isOpenDocument(zip)) return openOpenDocument(zip, limits);
  const main = mainPart(zip, limits);
  if (main === undefined) throw new WorkbookRefused('RET-NOT-A-RETURN', 'a zip archive, but no workbook');
  if (main.toLowerCase().endsWith('.bin')) return openXlsb(zip, limits);
  return openOoxml(main, zip, limits);
}
