import { damaged, overLimit, type WorkbookLimits } from '../limits-and-refusals';
import {
  type CellModel,
  cellName,
  type CellValue,
  keepFirstCells,
  type MergedRange,
  type RowModel,
  type SheetModel,
  type WorkbookModel,
} from '../sheet-model';
import { isDateFormat } from '../sheetjs/read-with-sheetjs';
import { fromUtf8, plainXml, TagScanner } from '../xml/xml-part';
import { numberFormat } from './named-formats';
import { fromR1C1 } from './r1c1';

/** Opens an XML workbook of Excel 2003 (SpreadsheetML). Document types are refused, so there are no entities. */
export function openSpreadsheetMl(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  return new XmlWorkbook(new TagScanner(plainXml(bytes), limits, 'the workbook'), limits).read();
}

type Look = Pick<CellModel, 'format' | 'isDate' | 'fontName' | 'bold' | 'indent'>;

interface OpenSheet {
  readonly name: string;
  hidden: boolean;
  readonly rows: RowModel[];
  readonly merges: MergedRange[];
  readonly hiddenColumns: Set<number>;
}

/** Days from 30/12/1899, from which Excel counts, to 1/1/1970. */
const EPOCH_1900 = 25_569;
/** What a workbook that counts from 1904 counts less. */
const YEARS_1904 = 1462;
const DAY = 86_400_000;

class XmlWorkbook {
  private readonly styles = new Map<string, Look>();
  private readonly sheets: OpenSheet[] = [];
  private date1904 = false;
  private cells = 0;
  private merges = 0;

  constructor(
    private readonly tags: TagScanner,
    private readonly limits: WorkbookLimits,
  ) {}

  read(): WorkbookModel {
    const { tags } = this;
    while (tags.next()) {
      if (tags.kind === 'close') continue;
      const name = localName(tags.name);
      if (name === 'Date1904') this.date1904 = true;
      else if (name === 'Style' && tags.kind === 'open') this.readStyle();
      else if (name === 'Worksheet' && tags.depth === 1) this.readSheet();
    }
    if (this.sheets.length === 0) throw damaged('the workbook has no sheet');
    const sheets = this.sheets.map((sheet): SheetModel => ({
      ...sheet,
      rows: keepFirstCells(sheet.rows, sheet.merges),
    }));
    return { sheets, date1904: this.date1904 };
  }

  private readStyle(): void {
    const { tags } = this;
    const { depth } = tags;
    const id = this.text('ID') ?? '';
    let look: Look = { ...this.styles.get(this.text('Parent') ?? 'Default') };
    while (tags.next() && tags.depth > depth) {
      if (tags.kind === 'close') continue;
      switch (localName(tags.name)) {
        case 'Font': {
          const fontName = this.text('FontName');
          const bold = this.text('Bold') === '1';
          const { bold: _, ...rest } = look;
          look = { ...rest, ...(fontName !== undefined && { fontName }), ...(bold && { bold }) };
          break;
        }
        case 'NumberFormat': {
          const format = numberFormat(this.text('Format') ?? '');
          const { format: _, isDate: __, ...rest } = look;
          look = { ...rest, ...(format !== undefined && { format, ...dateMark(format) }) };
          break;
        }
        case 'Alignment': {
          const indent = Number(this.text('Indent') ?? 0);
          if (indent > 0) look = { ...look, indent };
          break;
        }
      }
    }
    this.styles.set(id, look);
  }

  private readSheet(): void {
    const { tags, limits } = this;
    const { depth } = tags;
    const sheet: OpenSheet = {
      name: this.text('Name') ?? `Sheet${this.sheets.length + 1}`,
      hidden: false,
      rows: [],
      merges: [],
      hiddenColumns: new Set(),
    };
    this.sheets.push(sheet);
    if (this.sheets.length > limits.sheets) throw overLimit('sheets', limits.sheets);
    if (tags.kind === 'empty') return;
    let row = -1;
    let column = -1;
    while (tags.next() && tags.depth > depth) {
      if (tags.kind === 'close') continue;
      const name = localName(tags.name);
      const isOfTable = tags.depth === depth + 2;
      if (isOfTable && name === 'Column') column = this.readColumn(sheet, column);
      else if (isOfTable && name === 'Row') row = this.readRow(sheet, row);
      else if (name === 'Visible') sheet.hidden = this.content() !== 'SheetVisible';
    }
  }

  private readColumn(sheet: OpenSheet, previous: number): number {
    const first = this.place('Index', previous);
    const last = first + this.count('Span');
    if (first <= previous) throw damaged(`column ${first + 1} is there twice`);
    if (last >= this.limits.columns) throw overLimit('columns', this.limits.columns, last + 1);
    if (this.text('Hidden') === '1') {
      for (let column = first; column <= last; column += 1) sheet.hiddenColumns.add(column);
    }
    return last;
  }

  private readRow(sheet: OpenSheet, previous: number): number {
    const { tags, limits } = this;
    const { depth } = tags;
    const index = this.place('Index', previous);
    const last = index + this.count('Span');
    if (last >= limits.rows) throw overLimit('rows', limits.rows, last + 1);
    const hidden = this.text('Hidden') === '1';
    if (tags.kind === 'empty') return last;
    const cells: CellModel[] = [];
    let column = -1;
    while (tags.next() && tags.depth > depth) {
      if (tags.kind === 'close' || localName(tags.name) !== 'Cell') continue;
      const at = this.place('Index', column);
      if (at <= column) throw damaged(`${sheet.name}!${cellName(index, at)} is there twice`);
      column = this.readCell(sheet, index, at, cells);
    }
    if (index <= (sheet.rows.at(-1)?.index ?? -1)) throw damaged(`row ${index + 1} is there twice`);
    if (cells.length > 0) sheet.rows.push({ index, hidden, cells });
    return last;
  }

  /** Reads the cell that the scanner stands on; returns the last column that it takes. */
  private readCell(sheet: OpenSheet, row: number, column: number, cells: CellModel[]): number {
    const { tags, limits } = this;
    const { depth, kind } = tags;
    const across = this.count('MergeAcross');
    const down = this.count('MergeDown');
    const right = column + across;
    if (right >= limits.columns) throw overLimit('columns', limits.columns, right + 1);
    if (row + down >= limits.rows) throw overLimit('rows', limits.rows, row + down + 1);
    if (across > 0 || down > 0) {
      this.merges += 1;
      if (this.merges > limits.mergedRanges) throw overLimit('mergedRanges', limits.mergedRanges);
      sheet.merges.push({ top: row, left: column, bottom: row + down, right });
    }
    const look = this.styles.get(this.text('StyleID') ?? 'Default');
    const written = this.text('Formula');
    const formula = written === undefined ? undefined : fromR1C1(written.replace(/^=/, ''), row, column);
    let value: CellValue | undefined;
    let isDate = false;
    while (kind === 'open' && tags.next() && tags.depth > depth) {
      if (tags.kind === 'close' || tags.depth !== depth + 1 || localName(tags.name) !== 'Data') continue;
      const type = this.text('Type') ?? 'String';
      isDate = type === 'DateTime';
      value = this.valueOf(
        type,
        tags.kind === 'open' ? this.content() : '',
        `${sheet.name}!${cellName(row, column)}`,
      );
    }
    if (!value && written === undefined) return right;
    this.cells += 1;
    if (this.cells > limits.cells) throw overLimit('cells', limits.cells);
    cells.push({
      row,
      column,
      value: value ?? { type: 'unknown' },
      ...(formula !== undefined && { formula }),
      ...look,
      ...(isDate && { isDate: true }),
    });
    return right;
  }

  private valueOf(type: string, text: string, cell: string): CellValue | undefined {
    switch (type) {
      case 'Number': {
        const number = Number(text);
        if (text.trim() === '' || !Number.isFinite(number))
          throw damaged(`${cell} holds "${text}", which is no number`);
        return { type: 'number', number };
      }
      case 'DateTime': {
        const time = Date.parse(/[zZ]$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
        if (Number.isNaN(time)) throw damaged(`${cell} holds "${text}", which is no date`);
        return { type: 'number', number: time / DAY + EPOCH_1900 - (this.date1904 ? YEARS_1904 : 0) };
      }
      case 'Boolean':
        return { type: 'boolean', boolean: text.trim() === '1' };
      case 'Error':
        return { type: 'error', text };
      default:
        return text === '' ? undefined : { type: 'text', text };
    }
  }

  /** The text of the element that the scanner stands on, whatever marks of rich text stand in it. */
  private content(): string {
    const { tags } = this;
    const { depth } = tags;
    const pieces: string[] = [];
    let from = tags.end;
    while (tags.next()) {
      pieces.push(fromUtf8(tags.xml.slice(from, tags.start)));
      from = tags.end;
      if (tags.depth <= depth) break;
    }
    return pieces.join('');
  }

  private text(attribute: string): string | undefined {
    const value = this.tags.localAttribute(attribute);
    return value === undefined ? undefined : fromUtf8(value);
  }

  private count(attribute: string): number {
    const count = Number(this.text(attribute) ?? 0);
    if (!Number.isSafeInteger(count) || count < 0)
      throw damaged(`${attribute}="${count}" is no number of cells`);
    return count;
  }

  /** The index of a row, column or cell, from 0: what it says, else the one behind the previous. */
  private place(attribute: string, previous: number): number {
    const index = this.text(attribute) === undefined ? previous + 1 : this.count(attribute) - 1;
    if (index < 0) throw damaged(`${attribute}="0" is no place`);
    return index;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
const dateMark = (format: string): Pick<Look, 'isDate'> => (isDateFormat(format) ? { isDate: true } : {});
