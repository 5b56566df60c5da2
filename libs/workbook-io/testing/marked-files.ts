import { readFileSync } from 'node:fs';
import { read as readWithSheetJs, type CellObject } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { WORKBOOK_LIMITS } from '../limits-and-refusals';
import type { MarkTone } from '../marking/list-sheet';
import { markWorkbook, type SheetMark } from '../marking/mark-workbook';
import { openWorkbook } from '../open-workbook';
import { readZipDirectory, ZipPackage } from '../zip/zip-package';

/** A list of one finding, as it is put behind the sheets. */
export const LIST = {
  name: 'Phát hiện',
  title: 'Phát hiện trong báo cáo',
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
