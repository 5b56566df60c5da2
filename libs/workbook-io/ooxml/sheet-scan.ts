import { damaged, overLimit, type WorkbookLimits } from '../limits-and-refusals';
import {
  cellName,
  type CellValue,
  LAST_COLUMN,
  type MergedRange,
  parsePlace,
  parseRange,
} from '../sheet-model';
import { fromUtf8, TagScanner } from '../xml/xml-part';
import { isTrue } from './workbook-parts';

export interface SheetScan {
  readonly cells: readonly ScannedCell[];
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /**
   * The sheet again with nothing but cells of which more is to be read than a number or which shared text it is, each under its own
   * address: all that SheetJS has to read. Of most tables that is nothing.
   */
  readonly xml: string;
}

/**
 * One pass over a sheet's XML. It is our second pair of eyes: it knows which cells must come back from SheetJS, takes
 * what SheetJS doesn't give (styles, what is hidden), and leaves out what costs much and says nothing: empty rows and
 * cells that only carry a style, links and rules on whole columns.
 */
export function scanSheet(xml: string, part: string, limits: WorkbookLimits, cellsLeft: number): SheetScan {
  const tags = new TagScanner(xml, limits, part);
  const merges: MergedRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const scan = new CellScan(tags, part);
  let row = -1;
  let column = -1;
  let isSheet = false;
  while (tags.next()) {
    if (tags.kind === 'close' || tags.depth > 3) continue;
    switch (tags.name) {
      case 'worksheet':
        isSheet = tags.depth === 0;
        break;
      case 'col':
        if (isTrue(tags.attribute('hidden'))) addColumns(tags, hiddenColumns);
        break;
      case 'row': {
        const number = tags.attribute('r');
        row = number === undefined ? row + 1 : Number(number) - 1;
        column = -1;
        if (isTrue(tags.attribute('hidden'))) hiddenRows.add(row);
        break;
      }
      case 'c': {
        const address = tags.attribute('r');
        const place = address === undefined ? { row, column: column + 1 } : parsePlace(address);
        if (place?.row !== row) throw damaged(`${part}: a cell "${address ?? ''}" stands in row ${row + 1}`);
        column = place.column;
        scan.readCell(row, column, address);
        if (scan.cells.length > cellsLeft) throw overLimit('cells', limits.cells);
        break;
      }
      case 'mergeCell':
        merges.push(mergedRange(tags.attribute('ref'), part));
        if (merges.length > limits.mergedRanges) throw overLimit('mergedRanges', limits.mergedRanges);
        break;
    }
  }
  if (!isSheet) throw damaged(`${part} is no worksheet`);
  return { cells: scan.cells, merges, hiddenRows, hiddenColumns, xml: scan.toXml() };
}

function mergedRange(reference: string | undefined, part: string): MergedRange {
  const range = parseRange(reference ?? '');
  if (!range) throw damaged(`${part}: "${reference ?? ''}" is no range of merged cells`);
  return range;
}

function addColumns(tags: TagScanner, hidden: Set<number>): void {
  const first = Number(tags.attribute('min')) - 1;
  const last = Math.min(Number(tags.attribute('max')) - 1, LAST_COLUMN);
  for (let column = first; column <= last; column += 1) hidden.add(column);
}

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
  /** The value itself, where SheetJS isn't asked for it: plain numbers, errors newer than it ("#SPILL!"), inline texts in `<v>`. */
  readonly literal: CellValue | undefined;
  /** Which of the workbook's shared texts the cell shows, where it is no formula's. */
  readonly sharedText: number | undefined;
}

/** How a program may write a number in `<v>`; a decimal comma, which some do, can only be misread. */
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** Collects the cells that have content, and the pieces of XML that hold them. */
class CellScan {
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
    const plain = hasFormula || hasInline || value === undefined ? undefined : plainValue(type, value);
    if (plain) {
      this.cells.push({ row, column, style, hasFormula, hasValue, isoDate: false, ...plain });
      return;
    }
    // SheetJS wants an address, and a space (not a line break) in front of the attributes.
    const isPlain = address !== undefined && tags.xml.startsWith('<c ', start);
    this.copy(row, column, start, isPlain);
    const literal = hasInline || value === undefined ? undefined : literalValue(type, value);
    this.cells.push({
      row,
      column,
      style,
      hasFormula,
      hasValue,
      isoDate: type === 'd',
      literal,
      sharedText: undefined,
    });
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

const INDEX = /^\d{1,9}$/;

/** What needs no reading: a number, and which shared text a cell shows. */
function plainValue(type: string, value: string): Pick<ScannedCell, 'literal' | 'sharedText'> | undefined {
  if (type === 'n') return { literal: { type: 'number', number: Number(value) }, sharedText: undefined };
  if (type === 's' && INDEX.test(value)) return { literal: undefined, sharedText: Number(value) };
  return undefined;
}

/** What SheetJS doesn't give: errors that are newer than it, and texts of inline cells that stand in `<v>`. */
function literalValue(type: string, value: string): CellValue | undefined {
  if (type === 'e') return { type: 'error', text: fromUtf8(value) };
  return type === 'inlineStr' ? { type: 'text', text: fromUtf8(value) } : undefined;
}
