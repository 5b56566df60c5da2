import { damaged, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';
import type { CellModel, SheetModel, WorkbookModel } from '../sheet-model';
import { compoundStreams, readWithSheetJs } from '../sheetjs/read-with-sheetjs';

/** Opens .xls; says so when the compound file holds a locked workbook, or a document of another kind. */
export function openCompound(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  checkChains(bytes);
  const stream = compoundStreams(bytes);
  if (stream('/EncryptedPackage') ?? stream('/encryption')) {
    throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
  }
  const book = stream('/Workbook') ?? stream('/Book');
  if (!book) throw new WorkbookRefused('RET-NOT-A-RETURN', 'an Office document, but no workbook');
  const model = openBiff(book, limits);
  return stream('/_VBA_PROJECT_CUR/VBA/dir') ? { ...model, hasMacros: true } : model;
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

/** Types of the records that we look at ([MS-XLS] 2.3). */
const RECORD = {
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

interface BiffRecord {
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
function* biffRecords(stream: Uint8Array): Generator<BiffRecord> {
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

type Look = Pick<CellModel, 'fontName' | 'bold' | 'indent'>;

/** Records of one cell that begin with row, column and the index of a format. */
const CELLS: ReadonlySet<number> = new Set([
  RECORD.formula,
  RECORD.richLabel,
  RECORD.sharedLabel,
  RECORD.number,
  RECORD.label,
  RECORD.booleanOrError,
  RECORD.rk,
]);
const BOLD = 700;
const BIFF8 = 0x0600;
const WORKSHEET = 0x0010;
const COLUMNS = 256;

/**
 * Fonts, bold and indents of the cells of an .xls of Excel 97 to 2003, which SheetJS doesn't give: old fonts such as
 * .VnTime say that a text is not Unicode. Hand it every record of the stream, in order.
 */
class BiffStyles {
  private readonly fonts: Look[] = [];
  private readonly formats: Look[] = [];
  private readonly names = new Map<number, string>();
  private readonly sheets = new Map<string, Map<number, number>>();
  private cells: Map<number, number> | undefined;
  private depth = 0;

  visit({ type, position, data }: BiffRecord): void {
    if (type === RECORD.beginning) this.begin(position, data);
    else if (type === RECORD.endOfSheet) this.depth -= 1;
    else if (this.depth !== 1) return;
    else if (this.cells) this.visitCell(type, data, this.cells);
    else if (type === RECORD.font) this.fonts.push(fontOf(data));
    else if (type === RECORD.cellFormat) this.formats.push(this.formatOf(data));
    else if (type === RECORD.boundSheet) this.names.set(data.getUint32(0, true), shortText(data, 6));
  }

  /** The sheet with the looks of its cells. */
  applyTo(sheet: SheetModel): SheetModel {
    const formats = this.sheets.get(sheet.name);
    if (!formats) return sheet;
    const withLook = (cell: CellModel): CellModel => ({
      ...cell,
      ...this.formats[formats.get(cell.row * COLUMNS + cell.column) ?? -1],
    });
    return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(withLook) })) };
  }

  private begin(position: number, data: DataView): void {
    this.depth += 1;
    if (this.depth > 1) return;
    const name = this.names.get(position);
    const isSheet = data.getUint16(0, true) === BIFF8 && data.getUint16(2, true) === WORKSHEET;
    this.cells = isSheet && name !== undefined ? new Map() : undefined;
    if (this.cells && name !== undefined) this.sheets.set(name, this.cells);
  }

  private visitCell(type: number, data: DataView, cells: Map<number, number>): void {
    if (CELLS.has(type)) cells.set(placeOf(data), data.getUint16(4, true));
    if (type !== RECORD.multipleRk) return;
    // Row, first column, then a format and a number for each cell, and the last column.
    for (let at = 4, place = placeOf(data); at + 6 < data.byteLength; at += 6, place += 1) {
      cells.set(place, data.getUint16(at, true));
    }
  }

  private formatOf(data: DataView): Look {
    const index = data.getUint16(0, true);
    // [MS-XLS] 2.5.129: there is no font 4.
    const font = this.fonts[index > 4 ? index - 1 : index];
    const indent = data.getUint8(8) & 0x0f;
    return { ...font, ...(indent > 0 && { indent }) };
  }
}

const placeOf = (data: DataView): number => data.getUint16(0, true) * COLUMNS + data.getUint16(2, true);

function fontOf(data: DataView): Look {
  return { fontName: shortText(data, 14), ...(data.getUint16(6, true) >= BOLD && { bold: true }) };
}

/** A text with its length in one byte, then a byte that says whether its characters take one byte or two. */
function shortText(data: DataView, at: number): string {
  const length = data.getUint8(at);
  const isWide = (data.getUint8(at + 1) & 1) === 1;
  const bytes = Buffer.from(data.buffer, data.byteOffset + at + 2, isWide ? length * 2 : length);
  return bytes.toString(isWide ? 'utf16le' : 'latin1');
}
