import { damaged, WorkbookRefused } from '../workbook-refused';

/** Types of the records that we look at ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  endOfSheet: 0x000a,
  filePass: 0x002f,
  font: 0x0031,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richLabel: 0x00d6,
  cellFormat: 0x00e0,
  sharedLabel: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  rk: 0x027e,
  beginning: 0x0809,
  theme: 0x0896,
} as const;

/** Beginnings of Excel 2, 3, 4, and from 5 on. */
const BEGINNINGS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, RECORD.beginning]);

export interface BiffRecord {
  readonly type: number;
  /** Where the record starts in the stream. */
  readonly position: number;
  /** What follows type and length. */
  readonly data: DataView;
}

/**
 * The records of an .xls stream, one after another ([MS-XLS] 2.1.4). Says whether it is locked, and refuses one that
 * stops before every sheet has ended, of which SheetJS would return the part that is there.
 */
export function* biffRecords(stream: Uint8Array): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let open = 0;
  let ended = 0;
  for (let position = 0; position + 4 <= view.byteLength;) {
    const type = view.getUint16(position, true);
    const length = view.getUint16(position + 2, true);
    if (position === 0 && !BEGINNINGS.has(type)) throw damaged('the workbook stream has no beginning');
    if (type === RECORD.filePass) throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
    if (BEGINNINGS.has(type)) open += 1;
    // What follows the last end is filling.
    if (open === 0 && ended > 0) return;
    if (position + 4 + length > view.byteLength) break;
    if (type === RECORD.endOfSheet) {
      open -= 1;
      ended += 1;
    }
    yield { type, position, data: new DataView(stream.buffer, stream.byteOffset + position + 4, length) };
    position += 4 + length;
  }
  if (open !== 0 || ended === 0) throw damaged('the workbook stream is cut off');
}
