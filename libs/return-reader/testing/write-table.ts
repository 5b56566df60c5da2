import type { WorkbookModel } from '@thongvon/workbook-io';
import type { Layout } from './layout';
import { SheetBuilder, type Content, type Style } from './sheet-builder';
import { isAmountColumn, type TestColumn } from './write-columns';
import { writeHeader } from './write-header';

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
