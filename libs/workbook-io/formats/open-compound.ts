import type { WorkbookModel } from '../sheet-model';
import { compoundStreams } from '../sheetjs/sheetjs';
import type { WorkbookLimits } from '../workbook-limits';
import { damaged, WorkbookRefused } from '../workbook-refused';
import { biffRecords, RECORD } from './biff-records';
import { BiffStyles } from './biff-styles';
import { readWithSheetJs } from './read-with-sheetjs';

/** Opens .xls; says so when the compound file holds a locked workbook, or a document of another kind. */
export function openCompound(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  checkChains(bytes);
  const stream = compoundStreams(bytes);
  if (stream('/EncryptedPackage') ?? stream('/encryption')) {
    throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
  }
  const book = stream('/Workbook') ?? stream('/Book');
  if (!book) throw new WorkbookRefused('RET-NOT-A-RETURN', 'an Office document, but no workbook');
  return openBiff(book, limits);
}

/** Settings of a printer, which SheetJS passes over. */
const IGNORED_TYPE = 0x004d;

/** Opens the stream of records of an .xls, bare as Excel 2 to 4 write it or taken out of its compound file. */
export function openBiff(stream: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const styles = new BiffStyles();
  const copy = Buffer.from(stream);
  for (const record of biffRecords(stream)) {
    styles.visit(record);
    // A theme is a zip archive within the stream: SheetJS would unpack it, whatever it grows to.
    if (record.type === RECORD.theme) copy.writeUInt16LE(IGNORED_TYPE, record.position);
  }
  const model = readWithSheetJs(copy, limits);
  return { ...model, sheets: model.sheets.map((sheet) => styles.applyTo(sheet)) };
}

const DIRECT_ENTRIES = 109;
const FREE = 0xffffffff;

/**
 * Refuses a compound file whose chains of sectors run in a circle ([MS-CFB] 2.3): SheetJS would follow it until the
 * memory is used up. A damaged download can have one by a single changed byte.
 */
function checkChains(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 2 ** view.getUint16(30, true);
  if (sectorSize !== 512 && sectorSize !== 4096)
    throw damaged('the compound file has sectors of no known size');
  const next = nextSectors(view, sectorSize);
  // 0: not looked at; otherwise the number of the walk in which it was met.
  const met = new Uint32Array(next.length);
  for (let start = 0; start < next.length; start += 1) {
    const walk = start + 1;
    for (let at: number | undefined = start; at !== undefined && at < next.length; at = next[at]) {
      if (met[at] === walk) throw damaged('the sectors of the compound file run in a circle');
      if (met[at] !== 0) break;
      met[at] = walk;
    }
  }
}

/** For each sector, the one that follows it; a number beyond the last sector stands for none. */
function nextSectors(view: DataView, sectorSize: number): Uint32Array {
  const perSector = sectorSize / 4;
  const count = Math.ceil(view.byteLength / sectorSize) - 1;
  const next = new Uint32Array(Math.max(0, count)).fill(FREE);
  tableSectors(view, sectorSize).forEach((sector, index) => {
    const offset = (sector + 1) * sectorSize;
    for (let i = 0; i < perSector; i += 1) {
      const at = index * perSector + i;
      if (at < next.length && offset + i * 4 + 4 <= view.byteLength)
        next[at] = view.getUint32(offset + i * 4, true);
    }
  });
  return next;
}

/** The sectors that hold the table of chains: the first 109 by the header, more by a chain of their own. */
function tableSectors(view: DataView, sectorSize: number): number[] {
  const sectors: number[] = [];
  for (let i = 0; i < DIRECT_ENTRIES; i += 1) sectors.push(view.getUint32(76 + i * 4, true));
  const most = view.byteLength / sectorSize;
  let sector = view.getUint32(68, true);
  for (let steps = 0; sector < most; steps += 1) {
    if (steps > most) throw damaged('the sectors of the compound file run in a circle');
    const offset = (sector + 1) * sectorSize;
    if (offset + sectorSize > view.byteLength) break;
    for (let at = offset; at < offset + sectorSize - 4; at += 4) sectors.push(view.getUint32(at, true));
    sector = view.getUint32(offset + sectorSize - 4, true);
  }
  return sectors;
}
