import { type CellValue as ExcelValue, Workbook, type Worksheet } from 'exceljs';
import { type AmountUnit, type Dong, DONG_PER_UNIT, formatDecimal } from '@thongvon/kernel';
import type { CellModel, SheetModel, WorkbookModel } from '@thongvon/workbook-io';
import type { Layout } from './layout';
import type { TestPortfolio, TestProject } from './portfolio';
import { type Content, SheetBuilder, type Style } from './read-sheet';
import { isAmountColumn, type TestColumn, writeHeader } from './write-columns';

/** A row of an invented table: what stands under each column's key. */
export interface PlainRow {
  readonly bold: boolean;
  readonly cells: Readonly<Record<string, Content | { content: Content; style: Style } | null>>;
}

/** What a table of a kind other than disbursement needs to be written. */
export interface PlainTable {
  readonly statements: readonly string[];
  readonly columns: readonly TestColumn[];
  readonly rows: readonly PlainRow[];
}

/** Writes a table under its statements, with the header, indents and spelling of a layout. */
export function writeTable(
  { statements, columns, rows }: PlainTable,
  layout: Layout,
  name: string,
): WorkbookModel {
  const sheet = new SheetBuilder();
  statements.forEach((statement, i) => sheet.set(layout.top + i, layout.left, statement));
  let at = writeHeader(sheet, columns, layout.top + statements.length, layout);
  for (const { bold, cells } of rows) {
    columns.forEach((column, i) => {
      const cell = cells[column.key] ?? null;
      if (cell === null) return;
      const { content, style } =
        typeof cell === 'object' && 'content' in cell ? cell : { content: cell, style: {} };
      const typed = typeof content === 'string' && !isAmountColumn(column) ? spelt(content, layout) : content;
      sheet.set(at, layout.left + i, typed, { ...style, bold: bold && layout.bold });
    });
    at += 1;
  }
  if (layout.footer) {
    sheet.set(at + 1, layout.left + 1, 'NGƯỜI LẬP BIỂU');
    sheet.set(at + 1, layout.left + columns.length - 1, 'CHỦ TỊCH');
  }
  return { sheets: [sheet.build(name)], date1904: false };
}

/** As keyboards write it: accents apart, or spaces that don't break. */
function spelt(text: string, { text: form }: Layout): string {
  if (form === 'nfd') return text.normalize('NFD');
  return form === 'nbsp' ? ` ${text.replace(' ', '\u00a0')} ` : text;
}

/** The amounts of a row, by what they are; null is blank. */
export type Amounts = ReadonlyMap<string, Dong | null>;

/** The amounts of a project, or of one of its sources. */
export function amountsOf(project: TestProject, portfolio: TestPortfolio, source?: number): Amounts {
  const step = DONG_PER_UNIT[portfolio.unit] / 10n ** BigInt(portfolio.decimals);
  const own = project.sources.map((s, i) => (source === undefined || source === i ? s : null));
  const sum = (of: (s: NonNullable<TestProject['sources'][number]>) => Dong): Dong =>
    own.reduce((total, s) => total + (s ? of(s) : 0n), 0n);
  const planned = sum((s) => s.planned);
  const completed = sum((s) => s.completed);
  const advance = sum((s) => s.advance);
  const disbursed = completed + advance;
  const first = source === undefined || source === project.sources.findIndex((s) => s !== null);
  const carried = first ? project.carriedOver : null;
  const part = (whole: Dong, by: bigint): Dong => (whole / by / step) * step;
  const change = project.section === 1 ? -part(planned, 6n) : project.section === 2 ? 0n : part(planned, 5n);
  const investment = first ? project.totalInvestment : null;
  const amounts = new Map<string, Dong | null>([
    ['planned', planned],
    ['completed', completed],
    ['advance', advance],
    ['disbursed', disbursed],
    ['recovered', part(completed, 4n)],
    ['advanceGross', advance + part(completed, 4n)],
    ['planBefore', planned - change],
    ['planIncrease', change > 0n ? change : 0n],
    ['planDecrease', change < 0n ? -change : 0n],
    ['planNet', change],
    ['returned', part(disbursed, 8n)],
    ['disbursedGross', disbursed + part(disbursed, 8n)],
    ['carriedPlanned', carried?.planned ?? null],
    ['carriedDisbursed', carried?.disbursed ?? null],
    ['plannedAll', planned + (carried?.planned ?? 0n)],
    ['disbursedAll', disbursed + (carried?.disbursed ?? 0n)],
    ['investment', investment],
    ['allocated', investment === null ? null : part(investment, 2n)],
    ['medium-term', investment],
    ['week', part(disbursed, 10n)],
    ['month', part(disbursed, 4n)],
    ['previous', disbursed - part(disbursed, 10n)],
    ['estimate', planned],
    ['remaining', planned - disbursed],
    ['contract', planned * 2n],
    ['unknown-number', step * 7n],
    ['last-year', part(planned, 3n)],
  ]);
  own.forEach((s, i) => {
    amounts.set(`planned:${i}`, s?.planned ?? null);
    amounts.set(`disbursed:${i}`, s ? s.completed + s.advance : null);
  });
  return amounts;
}

export function sumAmounts(rows: readonly Amounts[]): Amounts {
  const sums = new Map<string, Dong | null>();
  for (const row of rows)
    for (const [key, amount] of row)
      sums.set(key, amount === null ? (sums.get(key) ?? null) : (sums.get(key) ?? 0n) + amount);
  return sums;
}

/** How a layout types an amount into a cell. `seed` varies cells of one column in a mixed layout. */
export function writeAmount(
  dong: Dong,
  { unit, decimals }: TestPortfolio,
  layout: Layout,
  seed: number,
): { content: Content; style: Style } {
  const style =
    layout.format === 'fixed' ? { format: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' } : {};
  if (dong === 0n && layout.zero !== '0') return { content: layout.zero, style };
  const plain = formatDecimal({
    coefficient: (dong * 10n ** BigInt(decimals)) / DONG_PER_UNIT[unit],
    scale: decimals,
  });
  const typed = layout.numbers === 'mixed' ? (seed % 2 === 0 ? 'double' : 'text-comma') : layout.numbers;
  switch (typed) {
    case 'text-comma':
      return { content: grouped(plain, '.', ','), style: {} };
    case 'text-dot':
      return { content: grouped(plain, ',', '.'), style: {} };
    case 'text-unit':
      return { content: `${grouped(plain, '.', ',')} ${SUFFIX[unit]}`, style: {} };
    case 'formula':
      return { content: { formula: 'SUM(Z1:Z9)', saved: Number(plain) }, style };
    default:
      return { content: Number(plain), style };
  }
}

const SUFFIX: Readonly<Record<AmountUnit, string>> = {
  dong: 'đ',
  'thousand-dong': 'nghìn đồng',
  'million-dong': 'tr',
  'billion-dong': 'tỷ',
};

function grouped(plain: string, group: string, point: string): string {
  const [whole = '', fraction] = plain.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? digits : `${digits}${point}${fraction}`;
}

/** The model as a real .xlsx file, as Excel would write it. */
export async function writeXlsx(model: WorkbookModel): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.properties.date1904 = model.date1904;
  for (const sheet of model.sheets) writeSheet(workbook.addWorksheet(sheet.name), sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(out: Worksheet, sheet: SheetModel): void {
  if (sheet.hidden) out.state = 'hidden';
  for (const row of sheet.rows) {
    if (row.hidden) out.getRow(row.index + 1).hidden = true;
    for (const cell of row.cells) {
      const target = out.getCell(row.index + 1, cell.column + 1);
      target.value = valueOf(cell);
      if (cell.format !== undefined) target.numFmt = cell.format;
      if (cell.bold) target.font = { bold: true };
      if (cell.indent !== undefined) target.alignment = { indent: cell.indent };
    }
  }
  for (const column of sheet.hiddenColumns) out.getColumn(column + 1).hidden = true;
  for (const { top, left, bottom, right } of sheet.merges)
    out.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
}

function valueOf({ value, formula }: CellModel): ExcelValue {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number':
      return formula === undefined ? value.number : { formula, result: value.number };
    case 'boolean':
      return value.boolean;
    case 'error':
      return { error: '#REF!' };
    case 'unknown':
      return { formula: formula ?? 'NA()' };
  }
}
