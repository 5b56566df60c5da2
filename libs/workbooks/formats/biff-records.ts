import { damaged, WorkbookRefused } from '../workbook-refused';

const END_OF_STREAM = 0x000a;
const FILE_PASS = 0x002f;
const BEGINNINGS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);

/**
 * Walks over the records of an .xls stream ([MS-XLS] 2.1.4): says whether it is locked, and refuses one that stops
 * before every sheet has ended, of which SheetJS would return the part that is there.
 */
export function checkBiff(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let open = 0;
  let ended = 0;
  let at = 0;
  while (at + 4 <= view.byteLength) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at === 0 && !BEGINNINGS.has(type)) throw damaged('the workbook stream has no beginning');
    if (type === FILE_PASS) throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
    if (BEGINNINGS.has(type)) open += 1;
    // What follows the last end is filling.
    if (open === 0 && ended > 0) return;
    if (at + 4 + length > view.byteLength) break;
    if (type === END_OF_STREAM) {
      open -= 1;
      ended += 1;
    }
    at += 4 + length;
  }
  if (open !== 0 || ended === 0) throw damaged('the workbook stream is cut off');
}
