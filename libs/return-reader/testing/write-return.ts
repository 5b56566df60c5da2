import type { SheetModel, WorkbookModel } from '@thongvon/workbook-io';
import { type DateForm, type Layout, unitStatement, unitWord } from './layout';
import { FIELDS, type TestPortfolio } from './portfolio';
import { SheetBuilder } from './read-sheet';
import { writeAmount, type Amounts } from './write-table';
import { columnsOf, isAmountColumn, type TestColumn, writeHeader } from './write-columns';
import { rowsOf, type TestRow } from './write-rows';

/** 21/6/2023 as a serial number of the 1900 system. */
const AS_OF_SERIAL = 45098;

const ROWS_PER_PAGE = 4;

/** An amount cell of a project, so that a test can damage it. */
export interface LeafCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly key: string;
}

export interface WrittenReturn {
  readonly model: WorkbookModel;
  readonly leaves: readonly LeafCell[];
}

/** Writes a portfolio as a board would: in this layout, with its covers, titles and signatures. */
export function writeReturn(portfolio: TestPortfolio, layout: Layout): WrittenReturn {
  const sheets: SheetModel[] = [];
  const leaves: LeafCell[] = [];
  if (layout.cover === 'cover' || layout.cover === 'both') sheets.push(coverSheet());
  if (layout.cover === 'instructions' || layout.cover === 'both') sheets.push(instructionSheet());
  const half = Math.ceil(portfolio.projects.length / 2);
  const parts =
    layout.split === 'none'
      ? [portfolio.projects]
      : [portfolio.projects.slice(0, half), portfolio.projects.slice(half)];
  let sheet = new SheetBuilder();
  let top = layout.top;
  parts
    .filter((projects) => projects.length > 0)
    .forEach((projects, i) => {
      if (i > 0 && layout.split === 'two-sheets') {
        sheets.push(sheet.build(layout.sheetName, layout.hidden === 'sheet'));
        sheet = new SheetBuilder();
        top = layout.top;
      }
      const written = writeTable(sheet, { ...portfolio, projects }, layout, top);
      leaves.push(...written.leaves.map((leaf) => ({ ...leaf, sheet: sheets.length })));
      top = written.bottom + 3;
    });
  sheets.push(
    sheet.build(
      layout.split === 'two-sheets' && sheets.some((s) => s.name === layout.sheetName)
        ? `${layout.sheetName} (2)`
        : layout.sheetName,
      layout.hidden === 'sheet',
    ),
  );
  return { model: { sheets, date1904: false }, leaves };
}

function writeTable(
  sheet: SheetBuilder,
  portfolio: TestPortfolio,
  layout: Layout,
  top: number,
): { bottom: number; leaves: Omit<LeafCell, 'sheet'>[] } {
  const columns = columnsOf(portfolio, layout);
  const leaves: Omit<LeafCell, 'sheet'>[] = [];
  let row = writeTitle(sheet, portfolio, layout, columns.length, top);
  row = writeHeader(sheet, columns, row, layout);
  let onPage: Amounts[] = [];
  rowsOf(portfolio, layout).forEach((entry, i) => {
    if (layout.pages !== 'none' && i > 0 && i % ROWS_PER_PAGE === 0 && entry.breakable)
      row = writeHeader(sheet, columns, row, layout);
    onPage = entry.amounts ? [...onPage, entry.amounts] : onPage;
    leaves.push(...writeRow(sheet, entry, columns, row, portfolio, layout));
    row += rowsTaken(entry, layout);
  });
  if (layout.hidden === 'row' && leaves[0]) sheet.hiddenRows.add(leaves[0].row);
  if (layout.hidden === 'column' && leaves[0]) sheet.hiddenColumns.add(leaves[0].column);
  if (layout.footer) writeFooter(sheet, layout, columns.length, row + 1);
  return { bottom: row + (layout.footer ? 6 : 0), leaves };
}

function writeTitle(
  sheet: SheetBuilder,
  { unit }: TestPortfolio,
  layout: Layout,
  width: number,
  top: number,
): number {
  const right = layout.left + width - 1;
  let row = top;
  if (layout.title === 'board') {
    sheet.set(row, layout.left, 'UBND HUYỆN PHÚ SƠN', { bold: true });
    sheet.set(row, right - 1, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true });
    row += 2;
  }
  if (layout.title === 'treasury') {
    sheet.set(row, layout.left, 'KHO BẠC NHÀ NƯỚC KHU VỰC XIV', { bold: true });
    row += 1;
  }
  const unitInTitle =
    layout.unitPlace === 'title' ? ` (${unitStatement(unit, layout).replace(/[()]/g, '')})` : '';
  sheet.set(row, layout.left, `BÁO CÁO TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023${unitInTitle}`, {
    bold: true,
  });
  sheet.merge(row, layout.left, row, right);
  row += 1;
  if (layout.title === 'board' || layout.title === 'commune') {
    sheet.set(row, layout.left, '(Kèm theo Báo cáo số 112/BC-BQL ngày 22/6/2023 của Ban Quản lý dự án)');
    row += 1;
  }
  row = writeDate(sheet, layout.date, layout, row);
  if (layout.unitPlace === 'above-right') sheet.set(row, right, unitStatement(unit, layout));
  if (layout.unitPlace === 'above-left') sheet.set(row, layout.left, unitStatement(unit, layout));
  if (layout.unitPlace === 'label-and-cell') {
    sheet.set(row, right - 1, 'Đơn vị tính:');
    sheet.set(row, right, unitWord(unit, layout));
  }
  return row + 1;
}

const DATES: Readonly<Partial<Record<DateForm, string>>> = {
  slash: '(Số liệu đến ngày 21/6/2023)',
  words: 'Tính đến hết ngày 21 tháng 6 năm 2023',
  dash: 'Lũy kế đến 21-06-2023',
  dot: '(Tính đến ngày 21.6.2023)',
  range: 'Lũy kế giải ngân từ ngày 01/01/2023 đến ngày 21/6/2023',
  'no-year': 'Số liệu đến ngày 21/6',
  iso: 'Số liệu đến ngày 2023-06-21',
};

function writeDate(sheet: SheetBuilder, form: DateForm, layout: Layout, row: number): number {
  const text = DATES[form];
  if (text !== undefined) sheet.set(row, layout.left, text);
  if (form === 'cell') {
    sheet.set(row, layout.left, 'Số liệu đến ngày:');
    sheet.set(row, layout.left + 1, { date: AS_OF_SERIAL });
  }
  if (form === 'cell-above')
    sheet.set(row, layout.left, { date: AS_OF_SERIAL, format: '"Số liệu đến ngày "dd/mm/yyyy' });
  return row + 1;
}

function rowsTaken(entry: TestRow, layout: Layout): number {
  return isBroken(entry, layout) ? 2 : 1;
}

function isBroken({ kind, label }: TestRow, { brokenNames, rows }: Layout): boolean {
  return brokenNames && rows === 'flat' && kind === 'project' && label.split(' ').length > 6;
}

function writeRow(
  sheet: SheetBuilder,
  entry: TestRow,
  columns: readonly TestColumn[],
  row: number,
  portfolio: TestPortfolio,
  layout: Layout,
): Omit<LeafCell, 'sheet'>[] {
  const leaves: Omit<LeafCell, 'sheet'>[] = [];
  const words = entry.label.split(' ');
  const [first, second] = isBroken(entry, layout)
    ? [words.slice(0, 5).join(' '), words.slice(5).join(' ')]
    : [entry.label, ''];
  const heading = entry.kind === 'group' || entry.kind === 'total';
  columns.forEach((column, i) => {
    const at = layout.left + i;
    const bold = layout.bold && heading;
    if (column.key === 'ordinal') writeOrdinal(sheet, entry, row, at, layout, bold);
    else if (column.key === 'name') {
      const inOrdinal = entry.kind === 'total' && layout.totalInOrdinal && layout.ordinal;
      if (!inOrdinal)
        sheet.set(
          row,
          at,
          typed(
            layout.ordinal || entry.ordinal === '' || entry.kind === 'project' ? first : withOrdinal(entry),
            layout,
          ),
          { bold },
        );
      if (second) sheet.set(row + 1, at, typed(second, layout));
      if (entry.spans) sheet.merge(row, at, row + entry.spans - 1, at);
    } else if (isAmountColumn(column)) {
      const amount = entry.amounts?.get(column.key) ?? null;
      if (amount === null || (layout.blankByIdentity && amount === 0n && isPart(column))) return;
      const { content, style } = writeAmount(amount, portfolio, layout, row);
      sheet.set(row, at, content, { ...style, bold });
      if (entry.kind === 'project' || (entry.kind === 'line' && layout.rows !== 'children'))
        leaves.push({ row, column: at, key: column.key });
    } else
      sheet.set(row, at, textOf(column.key, entry, layout), {
        bold,
        ...(column.key === 'code' && layout.code === 'number' ? { format: '0000000' } : {}),
      });
    if (column.key === 'code' && entry.spans) sheet.merge(row, at, row + entry.spans - 1, at);
  });
  return leaves;
}

/** Zeros that the identity of the row gives, when they are left blank: one of two components. */
function isPart({ key }: TestColumn): boolean {
  return key === 'advance';
}

function writeOrdinal(
  sheet: SheetBuilder,
  entry: TestRow,
  row: number,
  at: number,
  layout: Layout,
  bold: boolean,
): void {
  if (entry.kind === 'total' && layout.totalInOrdinal) {
    sheet.set(row, at, entry.label, { bold });
    return;
  }
  sheet.set(row, at, /^\d+$/.test(entry.ordinal) ? Number(entry.ordinal) : entry.ordinal, { bold });
  if (entry.spans) sheet.merge(row, at, row + entry.spans - 1, at);
}

const withOrdinal = ({ ordinal, label }: TestRow): string =>
  ordinal === '-' ? `- ${label}` : `${ordinal}. ${label}`;

function textOf(key: string, { project, source, kind, amounts }: TestRow, layout: Layout): string | number {
  if (key === 'source') return source ?? '';
  if (key === 'rate') return rateText(amounts, layout);
  if (!project || kind !== 'project') return '';
  if (key === 'code')
    return layout.code === 'number'
      ? Number(project.code)
      : layout.code === 'spaces'
        ? ` ${project.code}\u00a0`
        : project.code;
  if (key === 'owner') return 'Ban Quản lý dự án - Đô thị';
  if (key === 'field') return FIELDS[project.field] ?? '';
  if (key === 'unknown-text') return 'Công trình cấp III';
  return project.note;
}

function rateText(amounts: Amounts | null, layout: Layout): string | number {
  const all = layout.carriedOver === 'in-group';
  const planned = amounts?.get(all ? 'plannedAll' : 'planned') ?? null;
  const disbursed = amounts?.get(all ? 'disbursedAll' : 'disbursed') ?? null;
  if (planned === null || disbursed === null || planned === 0n) return '';
  const hundredths = Number((disbursed * 10_000n * 2n + planned) / (planned * 2n));
  if (layout.rate === 'fraction') return hundredths / 10_000;
  return layout.rate === 'text' ? `${(hundredths / 100).toFixed(2).replace('.', ',')}%` : hundredths / 100;
}

function typed(text: string, { text: form }: Layout): string {
  if (form === 'nfd') return text.normalize('NFD');
  return form === 'nbsp' ? ` ${text.replace(' ', '\u00a0')} ` : text;
}

function writeFooter(sheet: SheetBuilder, layout: Layout, width: number, row: number): void {
  const right = layout.left + width - 2;
  sheet.set(row, right, `Phú Sơn, ${SIGNED[layout.signed]}`);
  sheet.set(row + 1, layout.left + 1, 'NGƯỜI LẬP BIỂU');
  sheet.set(row + 1, right, 'GIÁM ĐỐC');
  sheet.set(row + 3, layout.left + 1, 'Điện thoại:');
  sheet.set(row + 3, right, 2353874112);
}

/** Early next January a year's books are signed; a form is printed before its day is known. */
const SIGNED: Readonly<Record<Layout['signed'], string>> = {
  then: 'ngày 22 tháng 6 năm 2023',
  'next-january': 'ngày 05 tháng 01 năm 2024',
  'no-day': 'ngày … tháng … năm 2023',
};

function coverSheet(): SheetModel {
  const sheet = new SheetBuilder();
  sheet.set(2, 1, 'BAN QUẢN LÝ DỰ ÁN - ĐÔ THỊ');
  sheet.set(4, 1, 'BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG');
  return sheet.build('Bìa');
}

function instructionSheet(): SheetModel {
  const sheet = new SheetBuilder();
  sheet.set(0, 0, 'HƯỚNG DẪN GHI BIỂU');
  ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'].forEach((caption, i) => sheet.set(2, i, caption));
  [1, 'Dự án ví dụ', 1000, 500].forEach((content, i) => sheet.set(3, i, content));
  sheet.set(5, 0, 'Ví dụ: số liệu đến ngày 31/12/2022. Đơn vị tính: đồng');
  return sheet.build('Hướng dẫn');
}
