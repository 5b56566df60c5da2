import { cleanText } from '@thongvon/kernel';
import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { type Grid, isFilled, textOf } from '../sheet/grid';
import { readNumberText } from '../values/number-text';
import { type Ordinal, readOrdinal, splitOrdinal } from '../values/ordinal';

/** Which columns say what a row is about. */
export interface IdentityColumns {
  readonly ordinal: number | undefined;
  /** More than one when groups and projects are indented by column. */
  readonly names: readonly number[];
  readonly code: number | undefined;
  /** Projects' codes stand in the cells of their names. */
  readonly codeInName?: boolean;
  readonly source: number | undefined;
  readonly planType: number | undefined;
  /** Columns whose cells are figures. */
  readonly figures: readonly number[];
}

/** A row under a header, before it is known what it is. */
export interface TableRow {
  readonly index: number;
  readonly hidden: boolean;
  readonly ordinal: Ordinal | undefined;
  readonly label: string;
  /** The label with the ordinal that stands before it, as typed. */
  readonly fullLabel: string;
  readonly labelCell: CellModel | undefined;
  readonly codeCell: CellModel | undefined;
  readonly source: string;
  readonly planType: string;
  /** How many of its figure cells hold a figure, a dash or something that should be one. */
  readonly figures: number;
  readonly bold: boolean;
  readonly capitals: boolean;
  /** Levels of indent, from the style or from spaces typed before the label. */
  readonly indent: number;
  /** The first row of the merged name cell that covers this row. */
  readonly continues: number | undefined;
  /** The first row of the merged code cell that covers this row. */
  readonly sharesCode?: number | undefined;
  /** The label stands in a column of names; other labels were found next to it. */
  readonly named: boolean;
  /** The ordinal stands before the label in the same cell. */
  readonly ordinalInLabel: boolean;
  /** Filled cells that are neither ordinal, label, code nor figure: owner, source, note. */
  readonly others: number;
}

/** Reads what a row says about itself. `previous` is the ordinal of the row before, `lastLetter` the last small letter. */
export function readTableRow(
  grid: Grid,
  row: RowModel,
  columns: IdentityColumns,
  previous: Ordinal | undefined,
  lastLetter: Ordinal | undefined,
): TableRow {
  const ordinalText = columns.ordinal === undefined ? '' : ordinalOf(grid.cell(row.index, columns.ordinal));
  let ordinal = readOrdinal(ordinalText, previous, lastLetter);
  let labelCell = firstFilled(grid, row.index, columns.names);
  if (!labelCell && ordinalText !== '' && !ordinal && columns.ordinal !== undefined)
    labelCell = grid.cell(row.index, columns.ordinal);
  let codeCell = columns.code === undefined ? undefined : filledCode(grid.cell(row.index, columns.code));
  const continues = continuedFrom(grid, row.index, columns.names);
  // Under a merged name what stands next to it tells the rows apart (a source, a commune); it names no project.
  if (!codeCell && continues === undefined) labelCell ??= strayLabel(row, columns);
  let label = textOrNumber(labelCell);
  const fullLabel = label;
  const split = ordinal ? undefined : splitOrdinal(label);
  if (split) {
    ordinal = readOrdinal(split.ordinal, previous, lastLetter);
    // Where the table has a column for ordinals, the name keeps what was typed in it.
    if (ordinal && columns.ordinal === undefined) label = split.label;
  }
  const withCode = columns.codeInName ? splitCode(label) : undefined;
  if (withCode && labelCell) {
    label = withCode.label;
    codeCell = {
      row: labelCell.row,
      column: labelCell.column,
      value: { type: 'text', text: withCode.code },
    };
  }
  const styled = labelCell ?? row.cells[0];
  return {
    index: row.index,
    hidden: row.hidden,
    ordinal,
    label,
    fullLabel,
    labelCell,
    codeCell: codeCell === labelCell ? undefined : codeCell,
    source: seenBeneath(grid, row.index, columns.source),
    planType: seenBeneath(grid, row.index, columns.planType),
    figures: columns.figures.filter((column) => isFigure(grid.cell(row.index, column))).length,
    bold: styled?.bold === true,
    capitals: isAllCapitals(label),
    indent: (styled?.indent ?? 0) + leadingSpaces(labelCell),
    continues,
    sharesCode: columns.code === undefined ? undefined : continuedFrom(grid, row.index, [columns.code]),
    named: labelCell !== undefined && columns.names.includes(labelCell.column),
    ordinalInLabel: split !== undefined && ordinal !== undefined,
    others: row.cells.filter(
      (cell) =>
        isFilled(cell) &&
        cell !== labelCell &&
        cell !== codeCell &&
        cell.column !== columns.ordinal &&
        !columns.figures.includes(cell.column),
    ).length,
  };
}

const CODE_WORDS = '(?:mã(?:\\s+số)?(?:\\s+(?:da|dự án|qhns|công trình|ct))?|msda|mada)';
const WITH_CODE = [
  /^(?<code>\d{7})\s*[-–:.]\s*(?<label>\p{L}.*)$/u,
  new RegExp(
    `^(?<label>.*\\p{L}.*?)[\\s,;]*[(\\[]\\s*(?:${CODE_WORDS}\\s*[:.]?\\s*)?(?<code>\\d{7})\\s*[)\\]]$`,
    'iu',
  ),
  new RegExp(`^(?<label>.*\\p{L}.*?)[\\s,;–-]+${CODE_WORDS}\\s*[:.]?\\s*(?<code>\\d{7})$`, 'iu'),
];

/** "Đường A (7900001)", "7900001 - Đường A", "Đường A, mã DA: 7900001": a name with the project's code. */
export function splitCode(label: string): { code: string; label: string } | undefined {
  for (const form of WITH_CODE) {
    const { code, label: name } = form.exec(label)?.groups ?? {};
    if (code !== undefined && name !== undefined) return { code, label: name };
  }
  return undefined;
}

/** What stands in a column, through a merge over several rows; a heading merged over the columns says nothing here. */
function seenBeneath(grid: Grid, row: number, column: number | undefined): string {
  const cell = column === undefined ? undefined : grid.seen(row, column);
  return cell?.column === column ? textOrNumber(cell) : '';
}

function ordinalOf(cell: CellModel | undefined): string {
  if (cell?.value.type === 'number') return String(cell.value.number);
  return textOf(cell);
}

function textOrNumber(cell: CellModel | undefined): string {
  return textOf(cell) || numberLabel(cell);
}

function numberLabel(cell: CellModel | undefined): string {
  return cell?.value.type === 'number' ? String(cell.value.number) : '';
}

function firstFilled(grid: Grid, row: number, columns: readonly number[]): CellModel | undefined {
  for (const column of columns) {
    const cell = grid.cell(row, column);
    if (isFilled(cell)) return cell;
  }
  return undefined;
}

/** A label that stands next to its column, as merged headings and totals do: the first text left of the figures. */
function strayLabel(row: RowModel, columns: IdentityColumns): CellModel | undefined {
  const firstFigure = Math.min(...columns.figures, Number.POSITIVE_INFINITY);
  return row.cells.find(
    (cell) =>
      cell.column < firstFigure &&
      cell.column !== columns.ordinal &&
      cell.column !== columns.source &&
      cell.column !== columns.planType &&
      textOf(cell) !== '' &&
      /\p{L}{2}/u.test(textOf(cell)),
  );
}

function filledCode(cell: CellModel | undefined): CellModel | undefined {
  if (!isFilled(cell)) return undefined;
  if (cell.value.type !== 'text') return cell;
  const text = textOf(cell);
  // "Chủ đầu tư: UBND xã A (ĐVQHNS 1151220)" over the whole row is a heading.
  if (DOCUMENT.test(text)) return undefined;
  return /\d/.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length < WORDS_OF_LABEL ? cell : undefined;
}

/** "75/2025/HĐ-BQL", "HĐ số 12": the number of a contract or decision, in a column that has the codes of projects too. */
const DOCUMENT = /\d\s*\/\s*[\p{L}\d]|^(?:hđ|hợp đồng|qđ|quyết định)(?!\p{L})/iu;

/** So many words make no code. */
const WORDS_OF_LABEL = 4;

function isFigure(cell: CellModel | undefined): boolean {
  if (!cell) return false;
  if (cell.value.type !== 'text') return cell.value.type !== 'boolean';
  const { state } = readNumberText(cell.value.text);
  return state === 'number' || state === 'ambiguous' || state === 'dash';
}

function leadingSpaces(cell: CellModel | undefined): number {
  if (cell?.value.type !== 'text') return 0;
  const spaces = /^[\s\u00a0]*/.exec(cell.value.text)?.[0].length ?? 0;
  return cleanText(cell.value.text) === '' ? 0 : Math.floor(spaces / 2);
}

function continuedFrom(grid: Grid, row: number, names: readonly number[]): number | undefined {
  for (const column of names) {
    const merge = grid.merge(row, column);
    if (merge && merge.top < row) return merge.top;
  }
  return undefined;
}

/** "DỰ ÁN CHUYỂN TIẾP", but not "QL14E". */
export function isAllCapitals(label: string): boolean {
  if (label !== label.toUpperCase()) return false;
  const letters = label.replace(/[^\p{L}]/gu, '');
  return letters.length >= 6;
}
