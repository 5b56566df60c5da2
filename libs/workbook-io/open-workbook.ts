import { fileKind } from './file-kind';
import { computeMissing } from './formulas/compute-missing';
import { openBiff, openCompound } from './formats/open-compound';
import { openZipped } from './open-zipped';
import type { WorkbookModel } from './sheet-model';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits';
import { damaged, overLimit, WorkbookRefused } from './workbook-refused';

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
