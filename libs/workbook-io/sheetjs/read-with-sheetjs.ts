import {
  type CellObject,
  CFB,
  type ParsingOptions,
  read,
  SSF,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx';
import { zipSync } from 'fflate';
import { damaged, overLimit, type WorkbookLimits } from '../limits-and-refusals';
import {
  type CellModel,
  type CellValue,
  keepFirstCells,
  LAST_COLUMN,
  LAST_ROW,
  type MergedRange,
  type RowModel,
  type SheetModel,
  type WorkbookModel,
} from '../sheet-model';
import type { ZipPackage } from '../zip/zip-package';

/** Reads a file that SheetJS knows and whose container has been looked at. A sheet that it leaves out is refused. */
export function readWithSheetJs(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  // With styles it gives hidden rows and columns, and keeps formulas whose value was not saved.
  const book = readBook(bytes, { cellStyles: true });
  if (book.SheetNames.length > limits.sheets)
    throw overLimit('sheets', limits.sheets, book.SheetNames.length);
  let cells = 0;
  const hasMacros = book.SheetNames.some((name) => isMacroSheet(book.Sheets[name]));
  const sheets = book.SheetNames.flatMap((name, index): SheetModel[] => {
    const sheet = book.Sheets[name];
    if (!sheet) throw damaged(`the sheet "${name}" could not be read`);
    // Sheets of charts, dialogs and old macros hold no figures of their own.
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') return [];
    const model = sheetFromSheetJs(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, sheet);
    for (const row of model.rows) cells += row.cells.length;
    if (cells > limits.cells) throw overLimit('cells', limits.cells);
    if (model.merges.length > limits.mergedRanges) throw overLimit('mergedRanges', limits.mergedRanges);
    return [model];
  });
  return {
    sheets,
    date1904: book.Workbook?.WBProps?.date1904 === true,
    ...(hasMacros && { hasMacros }),
  };
}

/** A sheet of Excel 4's macros; SheetJS's own types leave it out. */
const isMacroSheet = (sheet: WorkSheet | undefined): boolean =>
  (sheet?.['!type'] as string | undefined) === 'macro';

/** Numbers that SheetJS gives for the errors of a cell, as [MS-XLS] 2.5.10 numbers them. */
const ERROR_TEXTS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** Turns a sheet that SheetJS read in dense mode with `cellStyles` into our own model. */
function sheetFromSheetJs(name: string, hidden: boolean, sheet: WorkSheet): SheetModel {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): MergedRange => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  const rows: RowModel[] = [];
  // forEach passes over the holes of a sparse array, but takes its time for a length of thousands of millions.
  const data = sheet['!data'] ?? [];
  if (data.length > LAST_ROW + 1) throw damaged(`the sheet "${name}" has a row ${data.length}`);
  data.forEach((line, index) => {
    if (line.length > LAST_COLUMN + 1) throw damaged(`the sheet "${name}" has a column ${line.length}`);
    const cells: CellModel[] = [];
    line.forEach((cell, column) => {
      const model = cellFromSheetJs(index, column, cell);
      if (model) cells.push(model);
    });
    if (cells.length > 0) rows.push({ index, hidden: sheet['!rows']?.[index]?.hidden === true, cells });
  });
  const hiddenColumns = new Set<number>();
  sheet['!cols']?.forEach((column, index) => {
    if (column.hidden === true) hiddenColumns.add(index);
  });
  return { name, hidden, rows: keepFirstCells(rows, merges), merges, hiddenColumns };
}

/** Undefined for a cell that holds neither value nor formula. */
function cellFromSheetJs(row: number, column: number, cell: CellObject): CellModel | undefined {
  const formula = cell.f === undefined || cell.f === '' ? undefined : cell.f;
  const value =
    valueFromSheetJs(cell) ?? (formula === undefined ? undefined : ({ type: 'unknown' } as const));
  if (!value || (formula === undefined && isEmptyText(value))) return undefined;
  const format = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : undefined;
  return {
    row,
    column,
    value,
    ...(formula !== undefined && { formula }),
    ...(format !== undefined && { format }),
    ...(format !== undefined && isDateFormat(format) && { isDate: true }),
  };
}

/** A text without a character is as good as no cell, unless a formula gave it. */
export const isEmptyText = (value: CellValue): boolean => value.type === 'text' && value.text === '';

/** The value as SheetJS gives it; undefined for a cell without one. */
export function valueFromSheetJs({ t, v }: CellObject): CellValue | undefined {
  switch (t) {
    case 'n':
      return typeof v === 'number' && Number.isFinite(v) ? { type: 'number', number: v } : undefined;
    case 's':
      return typeof v === 'string' ? { type: 'text', text: v } : undefined;
    case 'b':
      return { type: 'boolean', boolean: v === true };
    case 'e':
      return { type: 'error', text: (typeof v === 'number' ? ERROR_TEXTS[v] : undefined) ?? '#ERROR!' };
    default:
      // "z": a cell with a style only, or a formula whose value was not saved (its v is 0, which is no value).
      return undefined;
  }
}

/** What holds no values, and is often large: neither unpacked nor read. */
const PASSED_OVER = /(?:^|[\\/])(?:media|embeddings|theme|printerSettings|vbaProject\.bin|comments[^\\/]*)/i;

/** Opens .xlsb, Excel's binary form of Office Open XML. */
export function openXlsb(zip: ZipPackage, limits: WorkbookLimits): WorkbookModel {
  const parts: Record<string, Uint8Array> = {};
  for (const name of zip.names) {
    const bytes = PASSED_OVER.test(name) ? undefined : zip.read(name);
    if (bytes) parts[name] = bytes;
  }
  return readWithSheetJs(zipSync(parts, { level: 0 }), limits);
}

/** The corners of SheetJS that its own types leave open. */
interface Container {
  readonly FullPaths: readonly string[];
}
interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: 'array' }): Container;
  find(container: Container, path: string): { content?: ArrayLike<number> } | null;
}
interface NumberFormats {
  is_date(format: string): boolean;
  get_table(): Record<number, string | undefined>;
}
const compoundFiles = (): CompoundFiles => CFB as CompoundFiles;
const numberFormats = (): NumberFormats => SSF as NumberFormats;

/** Loads the library now, so that the first file need not wait for it. */
export function loadSheetJs(): void {
  numberFormats();
}

/** Reads with SheetJS into dense rows of plain values; what it throws becomes RET-DAMAGED. */
export function readBook(bytes: Uint8Array, options: ParsingOptions): WorkBook {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
      dense: true,
      cellText: false,
      cellHTML: false,
      ...options,
    });
  } catch (error) {
    throw damaged('the file can not be read', error);
  }
}

/** The streams of a compound file, by their path. */
export function compoundStreams(bytes: Uint8Array): (path: string) => Uint8Array | undefined {
  const container = readContainer(bytes);
  if (container.FullPaths.length < 2) throw damaged('the compound file has no directory');
  return (path) => {
    const content = compoundFiles().find(container, path)?.content;
    return content && Uint8Array.from(content);
  };
}

function readContainer(bytes: Uint8Array): Container {
  try {
    return compoundFiles().read(bytes, { type: 'array' });
  } catch (error) {
    throw damaged('the compound file is broken', error);
  }
}

const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  let isDate = known.get(format);
  if (isDate === undefined) {
    isDate = numberFormats().is_date(format);
    if (known.size < MOST_KNOWN) known.set(format, isDate);
  }
  return isDate;
}

/** The text of a built-in number format, of those that are the same in every language. */
export const builtInFormat = (id: number): string | undefined => numberFormats().get_table()[id];

const formatting = (): { format(format: string, value: number): string } => SSF as never;

/**
 * A cell as an office's Excel shows it, with Vietnamese separators: 223422.5 under `#,##0.000` is "223.422,500". A number
 * without a format has at most 15 digits;
 * a date in a format that can't be followed is dd/mm/yyyy; a formula without a value is empty.
 */
export function shownText({ value, format, isDate }: Pick<CellModel, 'value' | 'format' | 'isDate'>): string {
  switch (value.type) {
    case 'number':
      return isDate
        ? (formatted(value.number, format) ?? formatted(value.number, 'dd/mm/yyyy') ?? '')
        : vietnamese(formatted(value.number, format) ?? String(Number(value.number.toPrecision(15))));
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'text':
    case 'error':
      return value.text;
    case 'unknown':
      return '';
  }
}

/** Undefined for a format that SheetJS can't follow. */
function formatted(number: number, format = 'General'): string | undefined {
  try {
    return formatting().format(format, number).trim();
  } catch {
    return undefined;
  }
}

function vietnamese(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}
