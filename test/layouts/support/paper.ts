import { Workbook, type CellValue, type Worksheet } from 'exceljs';

/** A cell as someone fills it: a value, nothing, or a value with the number format it is shown in. */
export type Filled = CellValue | undefined | Shown;

interface Shown {
  readonly value: CellValue;
  readonly format: string;
}

export const shown = (value: CellValue, format: string): Shown => ({ value, format });

/** A formula with the value that Excel saved next to it. */
export const formula = (text: string, result: number | string): CellValue => ({ formula: text, result });

/** A sheet that is filled from the top, row by row. */
export class Paper {
  private next = 1;

  constructor(readonly sheet: Worksheet) {}

  /** Fills the next row from column A; gives its number. */
  row(...cells: readonly Filled[]): number {
    cells.forEach((filled, index) => {
      this.fill(index + 1, filled);
    });
    return this.next++;
  }

  /** Fills some cells of the next row, by column letter. */
  cells(values: Readonly<Record<string, Filled>>): void {
    for (const [column, filled] of Object.entries(values)) this.fill(column, filled);
    this.next++;
  }

  blank(rows = 1): void {
    this.next += rows;
  }

  /** The number that the next row will have. */
  get at(): number {
    return this.next;
  }

  /** Merges ranges: "A1:C1". Each keeps what its first cell says. */
  merge(...ranges: readonly string[]): void {
    for (const range of ranges) this.sheet.mergeCells(range);
  }

  private fill(column: string | number, filled: Filled): void {
    if (filled === null || filled === undefined) return;
    const cell = this.sheet.getRow(this.next).getCell(column);
    cell.value = isShown(filled) ? filled.value : filled;
    if (isShown(filled)) cell.numFmt = filled.format;
  }
}

/** A workbook of one or more sheets, laid out in turn; gives its bytes as .xlsx. */
export async function workbook(
  sheets: Readonly<Record<string, (paper: Paper) => void>>,
): Promise<Uint8Array> {
  const book = new Workbook();
  for (const [name, layOut] of Object.entries(sheets)) layOut(new Paper(book.addWorksheet(name)));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const isShown = (filled: Filled): filled is Shown =>
  typeof filled === 'object' && filled !== null && 'format' in filled;
