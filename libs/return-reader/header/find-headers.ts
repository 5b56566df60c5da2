import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { isFilled, textOf, type Grid } from '../sheet/grid';
import { splitOrdinal } from '../values/ordinal';
import { readNumberText } from '../values/number-text';
import { announcesUnit, unitsStated } from '../vocabulary/units';
import { byWords, PhraseBook, wordsOf } from '../vocabulary/phrase-book';
import { captionPhrases, type CaptionTag } from '../vocabulary/captions';
import { namesProject } from './column-content';
import { readCaption, type Caption } from './caption';
import { type ColumnNumber, type Header, type HeaderColumn, readColumnNumbers } from './tables';
import { headerColumns } from './header-paths';

const MEASURES: readonly CaptionTag[] = [
  'planned',
  'capital',
  'disbursed',
  'completed',
  'advance',
  'estimate',
  'total-investment',
  'carried-over',
  'this-year',
  'advanced-from-next-year',
  'before-adjustment',
  'after-adjustment',
  'adjustment',
  'increase',
  'decrease',
  'household',
  'handed-over',
  'paid',
  'inventoried',
  'money',
  'area',
  'blocker',
];
const IDENTITY: readonly CaptionTag[] = ['name', 'code', 'budget-code', 'bare-code'];
/** Asked first, since it is asked of every short text of the workbook. */
const naming = byWords(() => {
  const { name, code, 'budget-code': budgetCode, 'bare-code': bareCode } = captionPhrases();
  return new PhraseBook({ name, code, 'budget-code': budgetCode, 'bare-code': bareCode });
});
const TEXTUAL: readonly CaptionTag[] = [
  'ordinal',
  ...IDENTITY,
  'owner',
  'field',
  'source-column',
  'note',
  'location',
  'other-text',
  'blocker',
  'responsible-unit',
  'due',
];
const LONGEST_CAPTION = 160;
const LONGEST_ANCHOR = 60;
const MOST_ROWS_ABOVE = 3;
const MOST_ROWS_BELOW = 5;

const has = (caption: Caption, tags: readonly CaptionTag[]): boolean =>
  tags.some((tag) => caption.tags.has(tag));

/** Every header block of a sheet, top down. A block names what its rows are about and at least one figure next to it. */
export function findHeaders(grid: Grid): Header[] {
  const headers: Header[] = [];
  let from = -1;
  for (const row of grid.rows) {
    if (row.index <= from) continue;
    const header = headerAt(grid, row, from);
    if (!header) continue;
    headers.push(header);
    from = header.bottom;
  }
  return headers;
}

function headerAt(grid: Grid, row: RowModel, from: number): Header | undefined {
  // A header row has several captions; looking no closer at other rows keeps long sheets cheap.
  if (row.cells.filter((cell) => cell.value.type === 'text').length < 2) return undefined;
  if (row.cells.some(isFigure)) return undefined;
  const anchor = row.cells.find(isAnchor);
  if (!anchor || isLoneHeading(grid, row)) return undefined;
  const bottomOfAnchor = grid.merge(row.index, anchor.column)?.bottom ?? row.index;
  if (bottomOfAnchor - row.index > MOST_ROWS_BELOW) return undefined;
  const top = extendUp(grid, row.index, anchor.column, from);
  const { bottom, numbers } = extendDown(grid, top, bottomOfAnchor, anchor.column);
  const columns = ownColumns(headerColumns(grid, top, numbers ? bottom - 1 : bottom), numbers);
  const figures = columns.filter((c) => c.column !== anchor.column && c.path.some((p) => has(p, MEASURES)));
  const captioned = columns.filter((c) => c.path.length > 0);
  if (figures.length === 0 || captioned.length < 3) return undefined;
  return { top, bottom, columns: captioned, numbers: numbers ?? [] };
}

/**
 * Without the columns of a table beside this one: past an empty column and past the last that is numbered, where every
 * column of this table has its number.
 */
function ownColumns(
  columns: readonly HeaderColumn[],
  numbers: readonly ColumnNumber[] | undefined,
): readonly HeaderColumn[] {
  const last = numbers?.at(-1)?.column;
  const captioned = columns.filter(({ path }) => path.length > 0);
  const beside = captioned.filter(({ column }) => column > (last ?? column));
  const [first] = beside;
  if (last === undefined || !first || first.column - last < 2) return columns;
  const numbered = new Set(numbers?.map(({ column }) => column));
  if (captioned.some(({ column }) => column <= last && !numbered.has(column))) return columns;
  // A table of projects is asked about (checks/other-tables.ts).
  if (beside.some(({ path }) => path.some(namesProject))) return columns;
  return columns.filter(({ column }) => column <= last);
}

/** Figures stand in rows of data: a number that is no year, or a text of digits and marks. */
function isFigure(cell: CellModel): boolean {
  if (cell.value.type === 'number') return !isYear(cell.value.number);
  return /^[\d.,\s%-]*\d[\d.,\s%-]*$/.test(textOf(cell)) && !/^20\d\d$/.test(textOf(cell));
}

/** What a caption that names the project may say besides; "Dự án khởi công mới" is a heading among the data. */
const BESIDE_NAME: readonly CaptionTag[] = [
  ...IDENTITY,
  'ordinal',
  'owner',
  'field',
  'location',
  'source-column',
];

/** A short caption that names the project or its code and says little else. */
function isAnchor(cell: CellModel): boolean {
  const text = textOf(cell);
  if (text === '' || text.length > LONGEST_ANCHOR || naming().find(wordsOf(text)).length === 0) return false;
  const caption = readCaption(text);
  if (namesProject(caption)) return true;
  return (
    has(caption, IDENTITY) &&
    caption.known > 0.6 &&
    [...caption.tags].every((tag) => BESIDE_NAME.includes(tag))
  );
}

/** "A | Các dự án" above a header that is repeated on a new page belongs to the data. */
function isLoneHeading(grid: Grid, row: RowModel): boolean {
  const below = grid.row(row.index + 1);
  return row.cells.filter(isFilled).length < 3 && below?.cells.some(isAnchor) === true;
}

/** Rows above that carry the outer captions: text over the figures' columns, nothing over the name, no statement. */
function extendUp(grid: Grid, start: number, anchor: number, from: number): number {
  let top = start;
  while (top - 1 > from && start - top < MOST_ROWS_ABOVE) {
    const row = grid.row(top - 1);
    const cells = row?.cells.filter(isFilled) ?? [];
    if (cells.length === 0 || !cells.every((cell) => isOuterCaption(grid, cell, anchor))) break;
    if (!cells.some((cell) => !isOverName(grid, cell, start) && has(readCaption(textOf(cell)), MEASURES)))
      break;
    top -= 1;
  }
  return top;
}

/** "Kiến nghị: xã sớm bàn giao mặt bằng" over a repeated "Tên dự án" is a note on the last project of the page before. */
function isOverName(grid: Grid, { column }: CellModel, start: number): boolean {
  const below = grid.cell(start, column);
  return isFilled(below) && has(readCaption(textOf(below)), IDENTITY);
}

function isOuterCaption(grid: Grid, cell: CellModel, anchor: number): boolean {
  const text = textOf(cell);
  if (text === '' || text.length > LONGEST_CAPTION) return false;
  const merge = grid.merge(cell.row, cell.column);
  if (merge && merge.left <= anchor && merge.right >= anchor) return false;
  if (announcesUnit(text)) return false;
  const caption = readCaption(text);
  if (unitsStated(text).length > 0 && !has(caption, MEASURES)) return false;
  if (cell.column < anchor && !has(caption, TEXTUAL)) return false;
  return caption.known > 0.3 || caption.source !== undefined;
}

function extendDown(
  grid: Grid,
  top: number,
  start: number,
  anchor: number,
): { bottom: number; numbers: readonly ColumnNumber[] | undefined } {
  let bottom = start;
  while (bottom - start < MOST_ROWS_BELOW) {
    const row = grid.row(bottom + 1);
    if (!row) break;
    const numbers = readColumnNumbers(row);
    if (numbers) return { bottom: bottom + 1, numbers };
    if (!isInnerRow(grid, row, top, anchor)) break;
    bottom += 1;
  }
  return { bottom, numbers: undefined };
}

/** A row of inner captions: only texts, none of them a figure, and none in the columns that name the project. */
function isInnerRow(grid: Grid, row: RowModel, top: number, anchor: number): boolean {
  const cells = row.cells.filter(isFilled);
  if (cells.length === 0) return false;
  return (
    cells.every((cell) => isInnerCaption(grid, cell, top, anchor)) &&
    cells.some((cell) => cell.column > anchor)
  );
}

function isInnerCaption(grid: Grid, cell: CellModel, top: number, anchor: number): boolean {
  if (cell.value.type === 'number') return isYear(cell.value.number) && cell.column > anchor;
  const text = textOf(cell);
  if (text === '' || text.length > LONGEST_CAPTION) return false;
  const number = readNumberText(text);
  if (number.state !== 'not-a-number') return false;
  const caption = readCaption(text);
  // Under "Tên dự án" only another caption of that kind goes on the header; a label begins the data.
  if (cell.column <= anchor || underTextCaption(grid, cell, top))
    return has(caption, TEXTUAL) && caption.known > 0.6 && !splitOrdinal(text) && saysNothingElse(caption);
  // Beneath an outer caption anything short is a caption; elsewhere only words that captions are made of.
  return (
    underOuterCaption(grid, cell, top) ||
    caption.known > 0.3 ||
    caption.source !== undefined ||
    unitsStated(text).length > 0
  );
}

const saysNothingElse = (caption: Caption): boolean =>
  [...caption.tags].every((tag) => TEXTUAL.includes(tag));

function underTextCaption(grid: Grid, cell: CellModel, top: number): boolean {
  return IDENTITY.some((tag) => captionAbove(grid, cell, top)?.tags.has(tag));
}

function underOuterCaption(grid: Grid, cell: CellModel, top: number): boolean {
  const above = captionAbove(grid, cell, top);
  return above === undefined || !has(above, TEXTUAL);
}

function captionAbove(grid: Grid, cell: CellModel, top: number): Caption | undefined {
  for (let row = cell.row - 1; row >= top; row -= 1) {
    const above = grid.seen(row, cell.column);
    if (isFilled(above)) return readCaption(textOf(above));
  }
  return undefined;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 2000 && value <= 2100;
}
