import type { MergedRange, RowModel } from './sheet-model';

/**
 * Leaves only the first cell of each merged range: some programs repeat a value in every cell of a merge, and a
 * merged cell counts once. Rows must go top down and their cells from left to right.
 */
export function keepFirstCells(rows: readonly RowModel[], merges: readonly MergedRange[]): RowModel[] {
  const waiting = [...merges].sort((a, b) => a.top - b.top);
  let next = 0;
  let open: MergedRange[] = [];
  const kept: RowModel[] = [];
  for (const row of rows) {
    for (let merge = waiting[next]; merge && merge.top <= row.index; merge = waiting[next]) {
      open.push(merge);
      next += 1;
    }
    open = open.filter((merge) => merge.bottom >= row.index);
    const cells = open.length > 0 ? withoutCovered(row, open) : row.cells;
    if (cells.length > 0) kept.push(cells === row.cells ? row : { ...row, cells });
  }
  return kept;
}

function withoutCovered(row: RowModel, open: readonly MergedRange[]): RowModel['cells'] {
  const ranges = [...open].sort((a, b) => a.left - b.left);
  let first = 0;
  return row.cells.filter(({ column }) => {
    for (let range = ranges[first]; range && range.right < column; range = ranges[first]) first += 1;
    const range = ranges[first];
    if (!range || range.left > column) return true;
    return range.top === row.index && range.left === column;
  });
}
