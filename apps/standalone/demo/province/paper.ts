import { type CellValue, Workbook, type Worksheet } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { type Dong, formatDecimal } from '@thongvon/kernel';

export const UNIT_NAMES = { dong: 'đồng', 'million-dong': 'triệu đồng' };

/** A sheet that is filled row by row. */
export class Paper {
  private readonly book = new Workbook();
  private readonly sheet: Worksheet;
  private next = 1;

  constructor(readonly unit: keyof typeof UNIT_NAMES) {
    this.book.creator = 'Số liệu minh họa';
    this.book.created = this.book.modified = WRITTEN_AT;
    this.sheet = this.book.addWorksheet('Bieu 01');
  }

  /** Gives its number. */
  row(cells: readonly CellValue[]): number {
    this.sheet.getRow(this.next).values = [...cells];
    return this.next++;
  }

  blank(): void {
    this.next += 1;
  }

  /** Rows as they are numbered, columns from 0. */
  merge(top: number, left: number, bottom: number, right: number): void {
    this.sheet.mergeCells(top, left + 1, bottom, right + 1);
  }

  /** The amount in the table's unit: exact, all are below fifteen digits. */
  amount(dong: Dong): number {
    const decimals = this.unit === 'dong' ? 0 : 6;
    return Number(decimals === 0 ? dong : formatDecimal({ coefficient: dong, scale: decimals }));
  }

  /** The file; without the clock of who writes it, so that it is the same each time. */
  async bytes(): Promise<Uint8Array> {
    const written = unzipSync(new Uint8Array(await this.book.xlsx.writeBuffer()));
    return zipSync(written, { mtime: WRITTEN_AT, level: 6 });
  }
}

const WRITTEN_AT = new Date('2026-01-05T08:00:00Z');

/** Percent with two decimals, half up; nothing of no plan. */
export function rate(part: Dong, whole: Dong | null): number | null {
  return whole === null || whole === 0n ? null : Number((part * 20_000n + whole) / (whole * 2n)) / 100;
}
