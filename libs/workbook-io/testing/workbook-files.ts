import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { type CellObject, read as readWithSheetJs } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { WORKBOOK_LIMITS, WorkbookRefused } from '../limits-and-refusals';
import type { MarkTone } from '../marking/list-sheet';
import { markWorkbook, type SheetMark } from '../marking/mark-workbook';
import { openWorkbook } from '../open-workbook';
import { type CellModel, cellName, type SheetModel, type WorkbookModel } from '../sheet-model';
import { readZipDirectory, ZipPackage } from '../zip/zip-package';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The pieces of a workbook that a test writes by hand; whatever it leaves out is plain and sound. */
export interface XlsxPieces {
  /** XML of each sheet: rows only, or from `<worksheet` on. */
  readonly sheets?: readonly string[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** The whole of workbook.xml. */
  readonly workbook?: string;
  /** Further parts, or other bytes for those above. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A .xlsx with these pieces. */
export function xlsxFile({
  sheets = [''],
  sharedStrings,
  styles,
  workbook,
  parts = {},
}: XlsxPieces): Uint8Array {
  const numbers = sheets.map((_, index) => index + 1);
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relations([`Id="main" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"`]),
    'xl/workbook.xml':
      workbook ?? workbookXml(numbers.map((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="r${n}"/>`)),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbers.map((n) => `Id="r${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"`),
      `Id="strings" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"`,
      `Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"`,
    ]),
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(xml)])),
    ...(sharedStrings !== undefined && { 'xl/sharedStrings.xml': sharedStrings }),
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
    ...parts,
  };
  const bytes = Object.entries(all).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 1 });
}

/** workbook.xml with these `<sheet>` elements. */
export const workbookXml = (sheets: readonly string[], properties = ''): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`;

/** sharedStrings.xml with these `<si>` elements. */
export const stringsXml = (...items: string[]): string => `<sst xmlns="${MAIN}">${items.join('')}</sst>`;

const sheetXml = (xml: string): string =>
  xml === '' || xml.startsWith('<row')
    ? `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`
    : xml;

const relations = (items: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${items.map((item) => `<Relationship ${item}/>`).join('')}</Relationships>`;

/** A .ods with these `<table:table>` elements and automatic styles. */
export const odsFile = (tables: string, styles = ''): Uint8Array =>
  odsOf(`<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>
    <office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`);

/** A .ods with this content.xml. */
export const odsOf = (content: string): Uint8Array =>
  zipSync({ 'META-INF/manifest.xml': strToU8('<manifest/>'), 'content.xml': strToU8(content) });

/** The cells of a sheet under their A1 names. */
export function cellsOf(sheet: SheetModel | undefined): Record<string, CellModel> {
  const cells = sheet?.rows.flatMap((row) => row.cells) ?? [];
  return Object.fromEntries(cells.map((cell) => [cellName(cell.row, cell.column), cell]));
}

/** What the cells of a sheet hold, under their A1 names: numbers, texts, truth values, errors, or "unknown". */
export function valuesOf(sheet: SheetModel | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(cellsOf(sheet)).map(([name, { value }]) => [name, plain(value)]));
}

function plain(value: CellModel['value']): unknown {
  switch (value.type) {
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'unknown':
      return 'unknown';
    default:
      return value.text;
  }
}

/** Code and detail of the refusal that opening a file ends with. */
export function refusalOf(open: () => WorkbookModel): string {
  try {
    open();
  } catch (error) {
    if (error instanceof WorkbookRefused) return `${error.code} ${error.detail}`;
    throw error;
  }
  throw new Error('the file was opened');
}

/** A list of one finding, as it is put behind the sheets. */
export const LIST = {
  name: 'Kết quả kiểm tra',
  title: 'Kết quả kiểm tra báo cáo',
  lines: ['Tệp: <bc> & "x".xlsx'],
  columns: [
    { title: 'Mã', width: 20 },
    { title: 'Ô', width: 8 },
    { title: 'Nội dung', width: 60 },
  ],
  rows: [
    [
      { text: 'RET-AMOUNT-NEGATIVE', tone: 'error' as const },
      { text: 'B2', link: { sheet: "Tờ '1'", cell: 'B2' } },
      { text: '=1+1 là chữ, _x0041_ cũng vậy\nhãy sửa' },
    ],
  ],
};

/** A mark of a cell with a note of two paragraphs. */
export const mark = (cell: string, tone: MarkTone = 'error', sheet = 'Sheet1'): SheetMark => ({
  sheet,
  cell,
  tone,
  note: [{ text: `✖ ${tone}`, bold: true }, { text: 'Hãy sửa <ô> này & nạp lại.' }],
});
/** The workbook with these marks and the list. */
export const marked = (bytes: Uint8Array, ...marks: SheetMark[]): Uint8Array =>
  markWorkbook(bytes, { author: 'Thông Vốn', marks, list: LIST }).bytes;
/** The entries of the package, by name. */
export const partsOf = (bytes: Uint8Array) =>
  new Map(readZipDirectory(bytes, WORKBOOK_LIMITS).map((entry) => [entry.name, entry]));
/** A part of the package as text; empty where there is none. */
export const textOf = (bytes: Uint8Array, part: string): string =>
  Buffer.from(new ZipPackage(bytes, WORKBOOK_LIMITS).read(part) ?? []).toString('utf8');
/** A sheet as our own reader opens it. */
export const sheetOf = (bytes: Uint8Array, name = 'Sheet1') =>
  openWorkbook(bytes).sheets.find((sheet) => sheet.name === name);

/** The workbook as exceljs opens it. */
export async function byExceljs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}
/** The colour of a filled cell, ARGB; undefined where it has none. */
export const fillOf = (cell: ExcelJS.Cell | undefined): string | undefined =>
  cell?.style.fill?.type === 'pattern' ? cell.style.fill.fgColor?.argb : undefined;
/** The text of a cell’s note; empty where it has none. */
export const noteOf = (cell: ExcelJS.Cell | undefined): string => {
  const note = cell?.note;
  return typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : (note ?? '');
};
/** Comments as SheetJS sees them, by cell. */
export function commentsOf(bytes: Uint8Array, name: string): Record<string, string> {
  const sheet = readWithSheetJs(Buffer.from(bytes)).Sheets[name] ?? {};
  const cells = Object.entries<CellObject>(sheet);
  return Object.fromEntries(
    cells.flatMap(([cell, { c }]) => (c ? [[cell, c.map(({ t }) => t).join('')]] : [])),
  );
}
/** A return of the demo. */
export const demo = (name: string): Buffer => readFileSync(`demo/returns/${name}.xlsx`);
