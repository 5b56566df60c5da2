import { type BookType, type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { type CellModel, type SheetModel, shownText, type WorkbookModel } from '@thongvon/workbook-io';

/** The model as SheetJS writes it: .xlsx, an XML workbook of Excel 2003, or Excel's binary form of .xlsx. */
export function writeBySheetJs(
  model: WorkbookModel,
  bookType: BookType & ('xlsx' | 'xlml' | 'xlsb'),
): Uint8Array {
  const book: WorkBook = utils.book_new();
  for (const sheet of model.sheets) utils.book_append_sheet(book, sheetJsSheet(sheet), sheet.name);
  book.Workbook = { Sheets: model.sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return write(book, { bookType, type: 'buffer', cellStyles: true }) as Uint8Array;
}

function sheetJsSheet({ rows, merges, hiddenColumns }: SheetModel): WorkSheet {
  const sheet: WorkSheet = {};
  const cells = rows.flatMap((row) => row.cells);
  for (const cell of cells) sheet[utils.encode_cell({ r: cell.row, c: cell.column })] = sheetJsCell(cell);
  const last = (of: 'row' | 'column'): number => cells.reduce((most, cell) => Math.max(most, cell[of]), 0);
  sheet['!ref'] = utils.encode_range({ r: 0, c: 0 }, { r: last('row'), c: last('column') });
  sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  sheet['!rows'] = [];
  for (const row of rows) if (row.hidden) sheet['!rows'][row.index] = { hidden: true };
  sheet['!cols'] = [];
  for (const column of hiddenColumns) sheet['!cols'][column] = { hidden: true };
  return sheet;
}

function sheetJsCell({ value, formula, format }: CellModel): CellObject {
  const rest = { ...(formula !== undefined && { f: formula }), ...(format !== undefined && { z: format }) };
  switch (value.type) {
    case 'number':
      return { t: 'n', v: value.number, ...rest };
    case 'boolean':
      return { t: 'b', v: value.boolean, ...rest };
    case 'unknown':
      return { t: 'z', ...rest };
    default:
      return { t: 's', v: value.text, ...rest };
  }
}

/** The first sheet as a web page, as Excel writes it: each number where only programs look for it. */
export function writeHtml({ sheets: [sheet] }: WorkbookModel): string {
  if (!sheet) return '';
  const width = widthOf(sheet);
  const corners = new Map(sheet.merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  const isCovered = (row: number, column: number): boolean =>
    sheet.merges.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && (row > top || column > left),
    );
  const rows = filled(sheet).map(({ cells, hidden }, row) => {
    const tds = Array.from({ length: width }, (_, column) => {
      if (isCovered(row, column)) return '';
      const merge = corners.get(`${row} ${column}`);
      const spans = merge
        ? ` colspan="${merge.right - merge.left + 1}" rowspan="${merge.bottom - merge.top + 1}"`
        : '';
      return `<td${spans}${cellHtml(cells.find((cell) => cell.column === column))}</td>`;
    });
    return `<tr${hidden ? ' style="display:none"' : ''}>${tds.join('')}</tr>`;
  });
  const columns = Array.from({ length: width }, (_, column) =>
    sheet.hiddenColumns.has(column) ? '<col style="display:none">' : '<col>',
  );
  return `<html><head><meta charset="utf-8"></head><table>${columns.join('')}${rows.join('\n')}</table></html>`;
}

function cellHtml(cell: CellModel | undefined): string {
  if (!cell) return '>';
  const { value, formula, format, bold, indent } = cell;
  const styles = [
    ...(format === undefined ? [] : [`mso-number-format:'${cssText(format)}'`]),
    ...(bold ? ['font-weight:700'] : []),
    ...(indent === undefined ? [] : [`mso-char-indent-count:${indent}`]),
  ];
  const attributes = [
    ...(formula === undefined ? [] : [` x:fmla="=${escaped(formula)}"`]),
    ...(styles.length === 0 ? [] : [` style="${styles.join(';')}"`]),
  ].join('');
  switch (value.type) {
    case 'number':
      return `${attributes} x:num="${value.number}">${value.number.toLocaleString('vi')}`;
    case 'boolean':
      return `${attributes} x:bool="${value.boolean}">${value.boolean}`;
    case 'unknown':
      return `${attributes}>`;
    default:
      return `${attributes}>${escaped(value.text).replaceAll('\n', '<br>')}`;
  }
}

/** As Excel does: quotes by number, any other sign behind a backslash. */
const cssText = (text: string): string => text.replaceAll('"', '\\0022').replace(/[^\w \\]/g, '\\$&');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The first sheet as text, each cell as it is; merged cells once. */
export function writeCsv({ sheets: [sheet] }: WorkbookModel, separator: string): string {
  if (!sheet) return '';
  const width = widthOf(sheet);
  return filled(sheet)
    .map(({ cells }) =>
      Array.from({ length: width }, (_, column) => {
        const text = textOf(cells.find((cell) => cell.column === column));
        return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      }).join(separator),
    )
    .join('\r\n');
}

function textOf(cell: CellModel | undefined): string {
  const { value, format = '' } = cell ?? {};
  if (cell?.isDate) return shownText(cell);
  // As it is shown, so that a code keeps its zeros.
  if (value?.type === 'number')
    return String(value.number).padStart(/^0+$/.test(format) ? format.length : 0, '0');
  if (value?.type === 'boolean') return value.boolean ? 'TRUE' : 'FALSE';
  return value && 'text' in value ? value.text : '';
}

const widthOf = (sheet: SheetModel): number =>
  sheet.rows.reduce((most, { cells }) => Math.max(most, (cells.at(-1)?.column ?? -1) + 1), 0);

/** All rows from the first, empty ones too. */
function filled({ rows }: SheetModel): { cells: readonly CellModel[]; hidden: boolean }[] {
  const at = new Map(rows.map((row) => [row.index, row]));
  const height = (rows.at(-1)?.index ?? -1) + 1;
  return Array.from({ length: height }, (_, row) => at.get(row) ?? { cells: [], hidden: false });
}
