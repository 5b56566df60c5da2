import type { CellModel, RowModel } from '@thongvon/workbook-io';
import type { ReturnKind } from '../model/reading';
import { isSignatureRow } from '../rows/labels';
import { type Grid, isFilled, textOf } from '../sheet/grid';
import type { Statement } from '../sheet/statements';
import { datesIn } from '../values/dates';
import { readNumberText } from '../values/number-text';
import { unitsStated } from '../vocabulary/units';
import { type Header, sameHeader } from './header';

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
