import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { type Grid, isFilled, textOf } from '../sheet/grid';
import { saysGroup } from '../values/group-text';
import { readNumberText } from '../values/number-text';

export interface ColumnContent {
  readonly texts: number;
  readonly numbers: number;
}

/** How many texts and numbers stand in a column under the header. */
export function contentOf(grid: Grid, rows: readonly RowModel[], column: number): ColumnContent {
  let texts = 0;
  let numbers = 0;
  for (const row of rows) {
    const cell = grid.cell(row.index, column);
    if (!isFilled(cell)) continue;
    if (cell.value.type === 'text' && readNumberText(textOf(cell)).state === 'not-a-number') texts += 1;
    else numbers += 1;
  }
  return { texts, numbers };
}

/** Whether everything that stands in a column is of one sort; no column that holds nothing. */
function holdsOnly(
  grid: Grid,
  rows: readonly RowModel[],
  column: number,
  isOne: (cell: CellModel) => boolean,
): boolean {
  const cells = rows.map((row) => grid.cell(row.index, column)).filter(isFilled);
  return cells.length > 0 && cells.every(isOne);
}

const TIME =
  /^(?:(?:t|tháng|quý)\s*)?(?:\d{1,2}|i{1,3}|iv)\s*[/.-]\s*20\d\d$|^20\d\d\s*[-–]\s*20\d\d$|^\d{1,2}([/.-])\d{1,2}\1(?:20)?\d\d$/i;

/** Whether a column holds nothing but days, months and years: "15/4/2026", "T12/2026", "2024-2026". */
export function holdsTimes(grid: Grid, rows: readonly RowModel[], column: number): boolean {
  return holdsOnly(grid, rows, column, (cell) =>
    cell.value.type === 'number' ? cell.isDate === true : TIME.test(textOf(cell)),
  );
}

/** Whether a column holds nothing but groups of projects: "Chuyển tiếp", "Khởi công mới". */
export function holdsGroups(grid: Grid, rows: readonly RowModel[], column: number): boolean {
  return holdsOnly(grid, rows, column, (cell) => saysGroup(textOf(cell)));
}

/** Whether the numbers of a column may be codes or years: "01", 2, 2025. */
export function holdsShortCodes(grid: Grid, rows: readonly RowModel[], column: number): boolean {
  return holdsOnly(grid, rows, column, (cell) => {
    if (cell.value.type === 'number')
      return Number.isInteger(cell.value.number) && Math.abs(cell.value.number) < 10_000;
    return /^\d{1,4}$/.test(textOf(cell)) || readNumberText(textOf(cell)).state === 'not-a-number';
  });
}

/** Whether a column holds nothing but "1" and "2", or "0" and "1", at least two of them: codes for yes and no. */
export function holdsYesOrNo(grid: Grid, rows: readonly RowModel[], column: number): boolean {
  const texts = new Set<string>();
  const only = holdsOnly(grid, rows, column, (cell) => {
    const text = cell.value.type === 'number' ? String(cell.value.number) : textOf(cell).trim();
    texts.add(text);
    return /^[012]$/.test(text);
  });
  return only && texts.size <= 2 && !(texts.has('0') && texts.has('2'));
}
