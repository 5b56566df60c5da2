import type { PlainDate } from '@thongvon/kernel';
import type { CellModel, RowModel } from '@thongvon/workbook-io';
import type { TableMapping } from '../model/options';
import type { ReturnKind } from '../model/reading';
import { isSignatureRow } from '../rows/labels';
import { type Grid, isFilled, type Statement, textOf } from '../sheet/grid';
import { datesIn } from '../values/dates';
import { readNumberText } from '../values/number-text';
import { unitsStated } from '../vocabulary/units';
import type { Caption } from './caption';

/** The header of a table: its rows (indexes from 0) and its columns with their captions from the outermost in. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
  readonly numbers: readonly ColumnNumber[];
  /** Where a person has said what the table is. */
  readonly mapping?: TableMapping;
}

export interface HeaderColumn {
  readonly column: number;
  readonly path: readonly Caption[];
  /** Where the innermost caption stands. */
  readonly row: number;
}

/** Whether two headers say the same in the same columns: a header that is repeated on each printed page. */
function sameHeader(a: Header, b: Header): boolean {
  const key = (header: Header): string =>
    header.columns.map((c) => `${c.column}:${c.path.map((p) => p.text.toLowerCase()).join('/')}`).join('|');
  return key(a) === key(b);
}

/** What a cell of the column-number row says: "(9)=(10)+(11)" or "(13)=(9)/(5)". */
export interface ColumnNumber {
  readonly column: number;
  /** The number or letter that names the column. */
  readonly label: string;
  /** Terms of a sum, with their signs. */
  readonly sum?: readonly { readonly label: string; readonly sign: 1 | -1 }[];
  readonly ratio?: { readonly numerator: string; readonly denominator: string };
}

const LABEL = '[(\\[]?\\s*(\\d{1,2}|[A-Ha-h]|\\d{1,2}[a-z])\\s*[)\\]]?';
const PLAIN = new RegExp(`^${LABEL}$`);
const FORMULA = new RegExp(`^${LABEL}\\s*=\\s*(.+)$`);
const TERM = new RegExp(`([+\\-–])?\\s*${LABEL}`, 'g');
const RATIO = new RegExp(`^[(\\[]?${LABEL}\\s*[/:]\\s*${LABEL}[)\\]]?\\s*(?:[x*×]?\\s*100)?\\s*%?\\s*$`, 'i');

/**
 * Reads a row of column numbers ("A | B | 1 | 2 | 3=1+2", "(1) | (2) | …"). Undefined for any other row: numbers and
 * letters must each rise from left to right, whichever stand first ("A | B | 1 | 2 | C"), and nothing else may stand in
 * the row but, past an empty column, what belongs to another table.
 */
export function readColumnNumbers(row: RowModel): ColumnNumber[] | undefined {
  const numbers: ColumnNumber[] = [];
  for (const cell of row.cells.filter(isFilled)) {
    const text = cell.value.type === 'number' ? String(cell.value.number) : textOf(cell).replace(/\s+/g, '');
    const number = readColumnNumber(cell.column, text);
    if (!number && numbers.length >= FEW_NUMBERS && cell.column - (numbers.at(-1)?.column ?? 0) > 1) break;
    if (!number) return undefined;
    numbers.push(number);
  }
  const ranks = numbers.filter(({ label }) => /^\d/.test(label)).map(({ label }) => parseInt(label, 10));
  const letters = numbers.filter(({ label }) => !/^\d/.test(label)).map(({ label }) => label.toUpperCase());
  const rising = isRising(ranks) && isRising(letters) && new Set(letters).size === letters.length;
  const spread = new Set(ranks).size;
  const counts = spread >= 2 || (ranks[0] === 1 && lettersFromA(numbers) >= 2);
  return numbers.length >= 3 && rising && spread >= ranks.length - 1 && counts ? numbers : undefined;
}

/** So many columns are numbered where what stands beside them is of another table. */
const FEW_NUMBERS = 5;

function isRising(ranks: readonly (number | string)[]): boolean {
  return ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? rank));
}

/** How many letters lead the row, "A | B | 1". */
function lettersFromA(numbers: readonly ColumnNumber[]): number {
  const other = numbers.findIndex(({ label }, i) => label.toUpperCase() !== 'ABCDEFGH'.charAt(i));
  return other < 0 ? numbers.length : other;
}

function readColumnNumber(column: number, text: string): ColumnNumber | undefined {
  const plain = PLAIN.exec(text)?.[1];
  if (plain !== undefined) return { column, label: plain };
  const [, label, expression] = FORMULA.exec(text) ?? [];
  if (label === undefined || expression === undefined) return undefined;
  const ratio = RATIO.exec(expression);
  if (ratio?.[1] !== undefined && ratio[2] !== undefined)
    return { column, label, ratio: { numerator: ratio[1], denominator: ratio[2] } };
  // "(8)=(11)+(12)=(14)+(15)": made in two ways, of which the first is checked.
  const sum = readSum(expression.split('=')[0] ?? '');
  return sum ? { column, label, sum } : { column, label };
}

function readSum(expression: string): ColumnNumber['sum'] {
  const terms = [...expression.matchAll(TERM)];
  const covered = terms.reduce((length, term) => length + term[0].length, 0);
  if (terms.length < 2 || covered !== expression.length) return undefined;
  return terms.map((term) => ({ label: term[2] ?? '', sign: /[-–]/.test(term[1] ?? '') ? -1 : 1 }));
}

/** A table of a sheet: the rows above it that speak about it, its header, and the rows below up to the next table. */
export interface RawTable {
  readonly grid: Grid;
  readonly header: Header;
  /** Rows above the header that don't belong to the table before. */
  readonly above: readonly RowModel[];
  /** Rows under the header; headers repeated on each printed page are taken out. */
  readonly below: readonly RowModel[];
  /** Row indexes at which a printed page starts anew. */
  readonly pageStarts: readonly number[];
}

/** Cuts a sheet into its tables, each under one of the headers. Linear in the cells of the sheet. */
export function findTables(grid: Grid, headers: readonly Header[]): RawTable[] {
  const tables: RawTable[] = [];
  headers.forEach((header, i) => {
    const previous = headers[i - 1];
    const between = rowsBetween(grid, previous?.bottom ?? -1, header.top);
    const below = rowsBetween(grid, header.bottom, headers[i + 1]?.top ?? Number.POSITIVE_INFINITY);
    const above = previous ? afterLastFigure(between) : between;
    const last = tables.at(-1);
    if (last && sameHeader(last.header, header) && !statesContext(above) && !between.some(isSignatureRow)) {
      // The rows in between were taken as rows of the table before; the page goes on.
      tables[tables.length - 1] = {
        ...last,
        below: [...last.below, ...below],
        pageStarts: [...last.pageStarts, header.bottom + 1],
      };
      return;
    }
    tables.push({ grid, header, above, below, pageStarts: [] });
  });
  return tables;
}

function rowsBetween(grid: Grid, after: number, before: number): RowModel[] {
  const from = firstAfter(grid.rows, after);
  let to = from;
  while (to < grid.rows.length && (grid.rows[to]?.index ?? before) < before) to += 1;
  return grid.rows.slice(from, to);
}

function firstAfter(rows: readonly RowModel[], index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.index ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

function afterLastFigure(rows: readonly RowModel[]): RowModel[] {
  const last = rows.findLastIndex(
    (row) =>
      row.cells.some((cell) => cell.value.type === 'number' && !cell.isDate) ||
      row.cells.filter(isTypedNumber).length > 1,
  );
  return rows.slice(last + 1);
}

/** An amount typed as text: without it the names of a table of such amounts would be read as what stands above the next. */
const isTypedNumber = (cell: CellModel): boolean =>
  cell.value.type === 'text' && ['number', 'ambiguous'].includes(readNumberText(textOf(cell)).state);

/** A table of its own says its unit or its date again; a printed page doesn't. */
function statesContext(rows: readonly RowModel[]): boolean {
  return rows.some((row) =>
    row.cells.filter(isFilled).some((cell) => {
      const text = textOf(cell);
      return cell.isDate === true || unitsStated(text).length > 0 || datesIn(text).length > 0;
    }),
  );
}

/** A first look at a sheet: its tables and what they seem to be. */
export interface SurveyedSheet {
  readonly grid: Grid;
  readonly instructions: boolean;
  readonly tables: readonly SurveyedTable[];
  /** The day of the sheets that are read by default, where others are of earlier days. */
  readonly latest?: PlainDate;
}

/** A table as a return of one kind; a mixed table is there once for each. */
export interface SurveyedTable {
  readonly raw: RawTable;
  readonly statements: readonly Statement[];
  /** Undefined for a table without any figure of a return, and for one that is set aside. */
  readonly kind: ReturnKind | undefined;
  /** Other columns of the same table make a return of another kind. */
  readonly shared: boolean;
}

/** Most rows of a cover that say anything of the return. */
const ROWS_OF_COVER = 60;

/** The covers of a return, sheets without a table, and their rows. */
export function coversOf(survey: readonly SurveyedSheet[]): { grid: Grid; rows: readonly RowModel[] }[] {
  return survey
    .filter((sheet) => sheet.tables.length === 0 && !sheet.instructions)
    .map(({ grid }) => ({ grid, rows: grid.rows.slice(0, ROWS_OF_COVER) }));
}
