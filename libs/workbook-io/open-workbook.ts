import { openBiff, openCompound } from './formats/open-compound';
import { isOpenDocument, openOpenDocument } from './formats/open-opendocument';
import { openXlsb } from './sheetjs/read-with-sheetjs';
import { computeMissing } from './formulas/compute-missing';
import {
  damaged,
  overLimit,
  WORKBOOK_LIMITS,
  type WorkbookLimits,
  WorkbookRefused,
} from './limits-and-refusals';
import { openOoxml } from './ooxml/open-ooxml';
import { mainPart } from './ooxml/workbook-parts';
import type { WorkbookModel } from './sheet-model';
import { areSeveralFiles, openSeveral } from './several-files';
import { withStorableTexts } from './storable-texts';
import { openCsv } from './text-formats/open-csv';
import { openHtml } from './text-formats/open-html';
import { openSpreadsheetMl } from './text-formats/open-spreadsheetml';
import { type TextKind, textKind } from './text-formats/text-kind';
import { ZipPackage } from './zip/zip-package';

/**
 * Opens a workbook of any format that offices send: .xlsx, .xlsm, .xlsb, .xls, .ods, an XML workbook of Excel 2003, a
 * web page with tables, a table as text (.csv, .txt), by its bytes and whatever its name; several files that were joined, as one. Simple formulas without a saved value are computed. Throws {@link WorkbookRefused} and nothing else; a model is whole or there is none. It can take as long as
 * the file pleases, so open files of others in a reading pool.
 */
export function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits = WORKBOOK_LIMITS): WorkbookModel {
  if (bytes.length > limits.fileBytes) throw overLimit('fileBytes', limits.fileBytes, bytes.length);
  try {
    if (areSeveralFiles(bytes)) return openSeveral(bytes, limits, openStorable);
    return computeMissing(openStorable(bytes, limits), limits.formulaSteps);
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    // A stack or heap that ran out is the thread's affair; any other surprise came from what the file holds.
    throw damaged('the file can not be read', error);
  }
}

const openStorable = (bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel =>
  withStorableTexts(open(bytes, limits));

function open(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  switch (fileKind(bytes)) {
    case 'zip':
      return openZipped(bytes, limits);
    case 'compound':
      return openCompound(bytes, limits);
    case 'biff':
      return openBiff(bytes, limits);
    case 'spreadsheetml':
      return openSpreadsheetMl(bytes, limits);
    case 'html':
      return openHtml(bytes, limits);
    case 'csv':
      return openCsv(bytes, limits);
    case 'other':
      throw new WorkbookRefused('RET-NOT-A-RETURN', 'neither a workbook of Excel nor of OpenDocument');
  }
}

/** Opens a zipped workbook: Office Open XML, its binary form, or OpenDocument. */
function openZipped(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const zip = new ZipPackage(bytes, limits);
  const model = openPackage(zip, limits);
  return zip.names.some((name) => MACROS.test(name)) ? { ...model, hasMacros: true } : model;
}

/** Parts with macros: of Visual Basic, of Excel 4's sheets, of OpenDocument. */
const MACROS = /(?:^|\/)(?:vbaProject[^/]*\.bin|macrosheets\/[^/]+)$|^(?:Basic|Scripts)\/./i;

function openPackage(zip: ZipPackage, limits: WorkbookLimits): WorkbookModel {
  if (isOpenDocument(zip)) return openOpenDocument(zip, limits);
  const main = mainPart(zip, limits);
  if (main === undefined) throw new WorkbookRefused('RET-NOT-A-RETURN', 'a zip archive, but no workbook');
  if (main.toLowerCase().endsWith('.bin')) return openXlsb(zip, limits);
  return openOoxml(main, zip, limits);
}

/** What the first bytes of a file say that it is; its name plays no part. */
type FileKind = 'zip' | 'compound' | 'biff' | TextKind | 'other';

/** So many first bytes of a file say what it is. */
export const BEGINNING = 4 * 1024;

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Beginning-of-file records of Excel 2 to 5 without the compound file around them: type, then a short length. */
const BIFF = [0x09, undefined, undefined, 0x00];

/** By its first {@link BEGINNING} bytes; `other` is no workbook. */
export function fileKind(bytes: Uint8Array): FileKind {
  const startsWith = (mark: readonly (number | undefined)[]): boolean =>
    mark.every((byte, index) => byte === undefined || bytes[index] === byte);
  if (startsWith(ZIP)) return 'zip';
  if (startsWith(COMPOUND)) return 'compound';
  if (startsWith(BIFF) && isBiffStart(bytes[1] ?? 0, bytes[2] ?? 0)) return 'biff';
  return textKind(bytes.subarray(0, BEGINNING)) ?? 'other';
}

const isBiffStart = (version: number, length: number): boolean =>
  [0x00, 0x02, 0x04, 0x08].includes(version) && length >= 4 && length <= 16;
