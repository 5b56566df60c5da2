import { strToU8, zipSync } from 'fflate';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import {
  type CellModel,
  cellName,
  type CellValue,
  keepFirstCells,
  type RowModel,
  type SheetModel,
  type WorkbookModel,
} from '../sheet-model';
import {
  builtInFormat,
  isDateFormat,
  isEmptyText,
  readBook,
  valueFromSheetJs,
} from '../sheetjs/read-with-sheetjs';
import { damaged, type WorkbookLimits } from '../limits-and-refusals';
import { fromUtf8, TagScanner } from '../xml/xml-part';
import type { ZipPackage } from '../zip/zip-package';
import { type ScannedCell, scanSheet, type SheetScan } from './sheet-scan';
import { isTrue, type SheetPart, textOf, workbookParts } from './workbook-parts';

/** Opens .xlsx and .xlsm, in the Transitional and the Strict form. */
export function openOoxml(main: string, zip: ZipPackage, limits: WorkbookLimits): WorkbookModel {
  const parts = workbookParts(main, zip, limits);
  const styles = parts.styles === undefined ? [] : readStyles(textOf(parts.styles, zip), limits);
  const strings = parts.sharedStrings === undefined ? undefined : textOf(parts.sharedStrings, zip);
  let cellsLeft = limits.cells;
  const scans = parts.sheets.map(({ part }): SheetScan => {
    const scan = scanSheet(textOf(part, zip), part, limits, cellsLeft);
    cellsLeft -= scan.cells.length;
    return scan;
  });
  const book = readCanonical(
    scans.map(({ xml }) => xml),
    strings === undefined ? undefined : plainSharedStrings(strings, limits),
    parts.date1904,
  );
  const sheets = parts.sheets.flatMap((part, index) => {
    const scan = scans[index];
    return scan ? [assembleSheet(part, scan, sharedIn(book), book.Sheets[index + 1], styles)] : [];
  });
  return { sheets, date1904: parts.date1904 };
}

/**
 * Makes sure that the table of strings is whole, and writes its items as SheetJS counts them: it takes `<si/>` for
 * none, and every later string would move up by one.
 */
function plainSharedStrings(xml: string, limits: WorkbookLimits): string {
  const tags = new TagScanner(xml, limits, 'sharedStrings.xml');
  let isPlain = true;
  while (tags.next()) {
    if (tags.name === 'si' && tags.kind !== 'close') isPlain &&= tags.end - tags.start === '<si>'.length;
  }
  if (isPlain) return xml;
  return xml.replace(/<si(?:\s[^<>]*?)?(\/?)>/g, (_, slash: string) => (slash === '' ? '<si>' : '<si></si>'));
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Gives sheets to SheetJS as the plainest package there is: sheets named "1", "2", … without styles or links, nothing
 * but what has been checked. Unpacked text goes in "stored", so that nothing is unpacked twice, and no trick with
 * zip headers, names or relations can make it read another part than the one we have checked.
 */
function readCanonical(
  sheetXmls: readonly string[],
  sharedStrings: string | undefined,
  date1904: boolean,
): WorkBook {
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheetXmls.length, sharedStrings !== undefined)),
    'xl/workbook.xml': strToU8(workbook(sheetXmls.length, date1904)),
    'xl/_rels/workbook.xml.rels': strToU8(relations(sheetXmls.length)),
  };
  sheetXmls.forEach((xml, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = Buffer.from(xml, 'latin1');
  });
  if (sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = Buffer.from(sharedStrings, 'latin1');
  // Stubs keep formulas whose value was not saved; WTF makes it throw where it would leave a sheet out.
  return readBook(zipSync(parts, { level: 0 }), { sheetStubs: true, WTF: true });
}

const each = (count: number, text: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index + 1)).join('');

const contentTypes = (sheets: number, strings: boolean): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>
${strings ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/>` : ''}
${each(sheets, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}
</Types>`;

/** Dates written as text are turned into day numbers by the year from which this workbook counts. */
const workbook = (sheets: number, date1904: boolean): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>
${each(sheets, (n) => `<sheet name="${n}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`;

const relations = (sheets: number): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
${each(sheets, (n) => `<Relationship Id="r${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}
</Relationships>`;

/**
 * Joins what SheetJS read with what the scan saw, cell by cell. A cell that one has and the other hasn't means that
 * the sheet was read in part: it is refused, since half a return is worse than none.
 */
function assembleSheet(
  part: SheetPart,
  scan: SheetScan,
  texts: readonly SharedText[],
  sheet: WorkSheet | undefined,
  styles: readonly CellStyle[],
): SheetModel {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  const rows: RowModel[] = [];
  let cells: CellModel[] = [];
  let previous: ScannedCell | undefined;
  for (const scanned of inOrder(scan.cells)) {
    const { row, column, sharedText } = scanned;
    if (previous?.row === row && previous.column === column) {
      throw damaged(`${part.name}!${cellName(row, column)} is there twice`);
    }
    const read = sharedText === undefined ? data[row]?.[column] : sharedCell(texts[sharedText]);
    if (!read && !scanned.literal) throw damaged(`${part.name}!${cellName(row, column)} could not be read`);
    previous = scanned;
    const cell = cellOf(scanned, read, styles[scanned.style], part.name);
    if (isEmptyText(cell.value) && !scanned.hasFormula) continue;
    if (rows.at(-1)?.index !== row) {
      cells = [];
      rows.push({ index: row, hidden: scan.hiddenRows.has(row), cells });
    }
    cells.push(cell);
  }
  const { name, hidden } = part;
  const { merges, hiddenColumns } = scan;
  return { name, hidden, rows: keepFirstCells(rows, merges), merges, hiddenColumns };
}

/** A text that cells share, as SheetJS keeps it, which its own types leave open. */
interface SharedText {
  readonly t?: string;
}

const sharedIn = ({ Strings = [] }: WorkBook & { readonly Strings?: readonly SharedText[] }) => Strings;

const sharedCell = (text: SharedText | undefined): CellObject | undefined =>
  text?.t === undefined ? undefined : { t: 's', v: text.t };

/** Excel writes rows and cells in order; other programs may not. */
function inOrder(cells: readonly ScannedCell[]): readonly ScannedCell[] {
  const follows = (a: ScannedCell, b: ScannedCell): number => a.row - b.row || a.column - b.column;
  const sorted = cells.every((cell, index) => index === 0 || follows(cells[index - 1] ?? cell, cell) <= 0);
  return sorted ? cells : [...cells].sort(follows);
}

function cellOf(
  scanned: ScannedCell,
  read: CellObject | undefined,
  style: CellStyle | undefined,
  sheet: string,
): CellModel {
  const { row, column, hasValue, isoDate } = scanned;
  return {
    row,
    column,
    value: hasValue ? valueOf(scanned, read, sheet) : { type: 'unknown' },
    ...(read?.f !== undefined && read.f !== '' && { formula: read.f }),
    ...style,
    ...(isoDate && { isDate: true }),
  };
}

function valueOf(scanned: ScannedCell, read: CellObject | undefined, sheet: string): CellValue {
  const value = scanned.literal ?? (read && valueFromSheetJs(read));
  if (!value)
    throw damaged(`the value of ${sheet}!${cellName(scanned.row, scanned.column)} could not be read`);
  return value;
}

/** What a cell takes from its style; ready to be spread into a {@link CellModel}. */
type CellStyle = Pick<CellModel, 'format' | 'isDate' | 'fontName' | 'bold' | 'indent'>;

interface Font {
  name?: string;
  bold?: true;
}

/** Built-in formats that are dates in one language or another ([ECMA-376] 18.8.30); a file gives no text for them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The styles that cells refer to by `s`, in their order. */
function readStyles(xml: string, limits: WorkbookLimits): CellStyle[] {
  const tags = new TagScanner(xml, limits, 'styles.xml');
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  while (tags.next()) {
    if (tags.kind === 'close') {
      path.pop();
      continue;
    }
    const [, list, item] = path;
    if (list === 'numFmts' && tags.name === 'numFmt') readFormat(tags, formats);
    else if (list === 'fonts' && tags.name === 'font' && path.length === 2) fonts.push({});
    else if (list === 'fonts' && item === 'font' && path.length === 3) readFont(tags, fonts.at(-1) ?? {});
    else if (list === 'cellXfs' && tags.name === 'xf') styles.push(readXf(tags, formats, fonts));
    else if (list === 'cellXfs' && item === 'xf' && tags.name === 'alignment') {
      const indent = Number(tags.attribute('indent') ?? 0);
      if (indent > 0) styles.push({ ...styles.pop(), indent });
    }
    if (tags.kind === 'open') path.push(tags.name);
  }
  return styles;
}

function readFormat(tags: TagScanner, formats: Map<number, string>): void {
  formats.set(Number(tags.attribute('numFmtId')), fromUtf8(tags.attribute('formatCode') ?? ''));
}

function readFont(tags: TagScanner, font: Font): void {
  const value = tags.attribute('val');
  if (tags.name === 'name' && value !== undefined) font.name = fromUtf8(value);
  if (tags.name === 'b' && (value === undefined || isTrue(value))) font.bold = true;
}

function readXf(tags: TagScanner, formats: ReadonlyMap<number, string>, fonts: readonly Font[]): CellStyle {
  const formatId = Number(tags.attribute('numFmtId') ?? 0);
  const font = fonts[Number(tags.attribute('fontId') ?? 0)];
  const own = formats.get(formatId);
  const format = own ?? builtInFormat(formatId);
  const isDate = own === undefined ? isBuiltInDate(formatId) : isDateFormat(own);
  return {
    ...(format !== undefined && format !== 'General' && format !== '' && { format }),
    ...(isDate && { isDate: true }),
    ...(font?.name !== undefined && { fontName: font.name }),
    ...(font?.bold && { bold: true }),
  };
}
