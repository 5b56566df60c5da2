import type { RowModel } from '@thongvon/workbook-io';
import { readColumnNumbers } from '../header/column-numbers';
import { isFilled, textOf, type Grid } from '../sheet/grid';
import { isFooterText, mayBeTotalLabel } from './labels';
import { opensLikeNote } from './notes';
import { readTableRow, type IdentityColumns, type TableRow } from './table-row';
import type { Ordinal } from './ordinal';

export interface Body {
  readonly rows: readonly TableRow[];
  /** Rows after the end of the table that nevertheless look like data: a person must say what they are. */
  readonly stray: readonly TableRow[];
}

/**
 * The rows of a table from the first to the last that carries data. Signatures, notes and contacts below it are no
 * data even when they hold numbers; a row below them that looks like a project is not dropped silently.
 */
export function readBody(grid: Grid, rows: readonly RowModel[], columns: IdentityColumns): Body {
  const read: { row: TableRow; footer: boolean }[] = [];
  let previous: Ordinal | undefined;
  let lastLetter: Ordinal | undefined;
  for (const row of rows) {
    if (!row.cells.some(isFilled) || readColumnNumbers(row)) continue;
    const tableRow = readTableRow(grid, row, columns, previous, lastLetter);
    if (tableRow.ordinal) previous = tableRow.ordinal;
    if (tableRow.ordinal?.class === 'lower') lastLetter = tableRow.ordinal;
    read.push({ row: tableRow, footer: isFooterRow(row, tableRow) });
  }
  const end = endOfTable(read);
  return {
    rows: read
      .slice(0, end)
      .filter(({ row, footer }) => !footer || (row.figures === 0 && opensLikeNote(row.label)))
      .map((entry) => entry.row),
    stray: read
      .slice(end)
      .filter((entry) => !entry.footer && (isStrong(entry.row) || looksLikeData(entry.row)))
      .map((entry) => entry.row),
  };
}

/** A row that is certainly data: a code, or an ordinal with label and figures. */
function isStrong(row: TableRow): boolean {
  if (row.codeCell && row.figures > 0) return true;
  return row.ordinal !== undefined && row.ordinal.class !== 'bullet' && row.label !== '' && row.figures > 0;
}

/** Below the end of a table one number may be a telephone; a label with several figures is no contact. */
function looksLikeData(row: TableRow): boolean {
  return row.label !== '' && row.figures >= 2;
}

function isFooterRow(row: RowModel, read: TableRow): boolean {
  if (isStrong(read) || read.continues !== undefined) return false;
  if (mayBeTotalLabel(read.label) && read.figures > 0) return false;
  return row.cells.some((cell) => isFooterText(textOf(cell)));
}

/** How many of the rows belong to the table. */
function endOfTable(read: readonly { row: TableRow; footer: boolean }[]): number {
  const firstFooter = read.findIndex((entry) => entry.footer);
  let end = 0;
  read.forEach(({ row, footer }, i) => {
    if (footer) return;
    const afterFooter = firstFooter >= 0 && i > firstFooter;
    const gap = row.index - (read[i - 1]?.row.index ?? row.index) > 1;
    if (isStrong(row) && !(afterFooter && gap && !row.codeCell)) end = i + 1;
    else if (!afterFooter && isData(row, gap || end < i)) end = i + 1;
    // More of the same project, though signatures stood above.
    else if (end === i && !gap && (row.figures > 0 || row.continues !== undefined)) end = i + 1;
    // The second line of the last name.
    else if (end === i && !gap && row.named && row.figures === 0) end = i + 1;
  });
  return end;
}

/** Rows with a label and figures, second lines of merged names, or figures right under the rows before. */
function isData(row: TableRow, apart: boolean): boolean {
  if (row.continues !== undefined) return true;
  return row.figures > 0 && !(apart && row.label === '');
}
