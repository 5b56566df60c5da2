import { CFB } from '@e965/xlsx';
import type { WorkbookModel } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import { damaged, WorkbookRefused } from '../workbook-refused';
import { checkBiff } from './biff-records';
import { readWithSheetJs } from './read-with-sheetjs';

/** Opens .xls; says so when the compound file holds a locked workbook, or a document of another kind. */
export function openCompound(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const container = readContainer(bytes);
  const stream = (name: string): Uint8Array | undefined => {
    const content = CFB.find(container, name)?.content;
    return content === undefined ? undefined : Uint8Array.from(content);
  };
  if (CFB.find(container, '/EncryptedPackage') || CFB.find(container, '/encryption')) {
    throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
  }
  const book = stream('/Workbook') ?? stream('/Book');
  if (!book) throw new WorkbookRefused('RET-NOT-A-RETURN', 'an Office document, but no workbook');
  checkBiff(book);
  return readWithSheetJs(bytes, limits);
}

function readContainer(bytes: Uint8Array) {
  try {
    return CFB.read(bytes, { type: 'array' });
  } catch (error) {
    throw damaged('the compound file is broken', error);
  }
}
