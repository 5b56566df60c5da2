import type { CellModel, SheetModel } from '../sheet-model';
import { RECORD, type BiffRecord } from './biff-records';

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
export class BiffStyles {
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
