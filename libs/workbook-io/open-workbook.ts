import { fileKind } from './file-kind';
import { openBiff, openCompound } from './formats/open-compound';
import { isOpenDocument, openOpenDocument } from './formats/open-opendocument';
import { openXlsb } from './formats/open-xlsb';
import { computeMissing } from './formulas/compute-missing';
import { openOoxml } from './ooxml/open-ooxml';
import { mainPart } from './ooxml/workbook-parts';
import type { WorkbookModel } from './sheet-model';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits';
import { damaged, overLimit, WorkbookRefused } from './workbook-refused';
import { ZipPackage } from './zip/zip-package';

/**
 * Opens a workbook of any format that offices send: .xlsx, .xlsm, .xlsb, .xls, .ods, by its bytes and whatever its
 * name. Simple formulas without a saved value are computed. Throws {@link WorkbookRefused} and nothing else; a model is whole or there is none. It can take as long as
 * the file pleases, so open files of others in a reading pool.
 */
export function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits = WORKBOOK_LIMITS): WorkbookModel {
  if (bytes.length > limits.fileBytes) throw overLimit('fileBytes', limits.fileBytes, bytes.length);
  try {
    return computeMissing(open(bytes, limits), limits.formulaSteps);
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    // A stack or heap that ran out is the thread's affair; any other surprise came from what the file holds.
    throw damaged('the file can not be read', error);
  }
}

function open(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  switch (fileKind(bytes)) {
    case 'zip':
      return openZipped(bytes, limits);
    case 'compound':
      return openCompound(bytes, limits);
    case 'biff':
      return openBiff(bytes, limits);
    case 'other':
      throw new WorkbookRefused('RET-NOT-A-RETURN', 'neither a workbook of Excel nor of OpenDocument');
  }
}

/** Opens a zipped workbook: Office Open XML, its binary form, or OpenDocument. */
function openZipped(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const zip = new ZipPackage(bytes, limits);
  if (isOpenDocument(zip)) return openOpenDocument(zip, limits);
  const main = mainPart(zip, limits);
  if (main === undefined) throw new WorkbookRefused('RET-NOT-A-RETURN', 'a zip archive, but no workbook');
  if (main.toLowerCase().endsWith('.bin')) return openXlsb(zip, limits);
  return openOoxml(main, zip, limits);
}
