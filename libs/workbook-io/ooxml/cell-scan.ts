import { cellName, type CellValue } from '../sheet-model';
import { damaged } from '../workbook-refused';
import type { TagScanner } from '../xml/tag-scanner';
import { fromUtf8 } from '../xml/xml-part';

/** A cell with content, as the sheet's XML has it. */
export interface ScannedCell {
  readonly row: number;
  readonly column: number;
  /** Index of the style; 0 is the default. */
  readonly style: number;
  readonly hasFormula: boolean;
  readonly hasValue: boolean;
  /** The value is written as an ISO date (`t="d"`). */
  readonly isoDate: boolean;
  /** The value itself, where SheetJS doesn't give it: errors newer than it ("#SPILL!"), inline texts in `<v>`. */
  readonly literal: CellValue | undefined;
}

/** How a program may write a number in `<v>`; a decimal comma, which some do, can only be misread. */
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** Collects the cells that have content, and the pieces of XML that hold them. */
export class CellScan {
  readonly cells: ScannedCell[] = [];
  private readonly pieces: string[] = [];
  private openRow = -1;
  /** The piece of the original that is to be copied next; cells that lie side by side are copied at once. */
  private copyFrom = 0;
  private copyTo = 0;

  constructor(
    private readonly tags: TagScanner,
    private readonly part: string,
  ) {}

  /** Reads the cell whose opening tag the scanner stands on, up to its closing tag. */
  readCell(row: number, column: number, address: string | undefined): void {
    const { tags } = this;
    const { kind, start, depth } = tags;
    if (kind === 'empty') return;
    const type = tags.attribute('t') ?? 'n';
    const style = Number(tags.attribute('s') ?? 0);
    let hasFormula = false;
    let hasInline = false;
    let valueStart = 0;
    let value: string | undefined;
    while (tags.next() && tags.depth > depth) {
      if (tags.depth !== depth + 1) continue;
      if (tags.name === 'f') hasFormula = true;
      else if (tags.name === 'is') hasInline ||= tags.kind === 'open' && type === 'inlineStr';
      else if (tags.name !== 'v') continue;
      else if (tags.kind === 'open') valueStart = tags.end;
      else value = tags.kind === 'empty' ? '' : tags.xml.slice(valueStart, tags.start);
    }
    // An empty text is what a formula like =IF(A1="","",A1) has saved; anything else that is empty was not saved.
    const hasValue = hasInline || (value === '' ? type === 'str' && hasFormula : value !== undefined);
    if (!hasFormula && !hasValue) return;
    if (type === 'n' && hasValue) this.checkNumber(value ?? '', row, column);
    // SheetJS wants an address, and a space (not a line break) in front of the attributes.
    const isPlain = address !== undefined && tags.xml.startsWith('<c ', start);
    this.copy(row, column, start, isPlain);
    const literal = hasInline || value === undefined ? undefined : literalValue(type, value);
    this.cells.push({ row, column, style, hasFormula, hasValue, isoDate: type === 'd', literal });
  }

  toXml(): string {
    this.closeRow();
    return `<worksheet><sheetData>${this.pieces.join('')}</sheetData></worksheet>`;
  }

  private checkNumber(text: string, row: number, column: number): void {
    if (NUMBER.test(text) && Number.isFinite(Number(text))) return;
    throw damaged(`${this.part}: ${cellName(row, column)} holds "${text}", which is no number`);
  }

  private copy(row: number, column: number, start: number, isPlain: boolean): void {
    if (row !== this.openRow) {
      this.closeRow();
      this.pieces.push(`<row r="${row + 1}">`);
      this.openRow = row;
    }
    if (start !== this.copyTo || !isPlain) this.flush(start);
    if (!isPlain) {
      this.pieces.push(`<c r="${cellName(row, column)}" `);
      this.copyFrom = start + '<c'.length;
    }
    this.copyTo = this.tags.end;
  }

  private closeRow(): void {
    if (this.openRow < 0) return;
    this.flush(0);
    this.pieces.push('</row>');
  }

  private flush(next: number): void {
    if (this.copyTo > this.copyFrom) this.pieces.push(this.tags.xml.slice(this.copyFrom, this.copyTo));
    this.copyFrom = next;
    this.copyTo = next;
  }
}

/** What SheetJS doesn't give: errors that are newer than it, and texts of inline cells that stand in `<v>`. */
function literalValue(type: string, value: string): CellValue | undefined {
  if (type === 'e') return { type: 'error', text: fromUtf8(value) };
  return type === 'inlineStr' ? { type: 'text', text: fromUtf8(value) } : undefined;
}
