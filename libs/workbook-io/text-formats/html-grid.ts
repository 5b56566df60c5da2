import { overLimit, type WorkbookLimits } from '../limits-and-refusals';
import type { CellModel, MergedRange, RowModel } from '../sheet-model';

/** Cells that stand somewhere on a sheet; their places count from the grid's own first cell. */
export interface Grid {
  readonly height: number;
  readonly width: number;
  readonly cells: readonly CellModel[];
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** What a cell holds: its value, and the tables within it. Each stands below the one before. */
export type CellContent = readonly (Omit<CellModel, 'row' | 'column'> | Grid)[];

const isGrid = (block: CellContent[number]): block is Grid => 'cells' in block;

/** What all tables of a page may come to together. */
export class GridAllowance {
  private cells = 0;
  private merges = 0;
  private steps = 0;

  constructor(readonly limits: WorkbookLimits) {}

  cell(): void {
    if ((this.cells += 1) > this.limits.cells) throw overLimit('cells', this.limits.cells);
  }

  merge(): void {
    if ((this.merges += 1) > this.limits.mergedRanges)
      throw overLimit('mergedRanges', this.limits.mergedRanges);
  }

  /** Places of the grid that were looked at or covered. */
  step(count: number): void {
    const most = this.limits.cells * PLACES_A_CELL;
    if ((this.steps += count) > most) throw overLimit('cells', this.limits.cells, 'spans beyond');
  }
}

/** A cell may cover so many places on average, of the most cells that a workbook may have. */
const PLACES_A_CELL = 20;

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content: CellContent;
}

/**
 * Puts the cells of one HTML table in their places, as browsers and Excel do (the HTML standard, 4.9.12, "Forming a
 * table"): a cell goes to the first place of its row that no cell from above covers. A table within a cell takes rows
 * and columns of its own, by which the cell's row grows higher and its column wider, as Excel and LibreOffice show it.
 */
export class HtmlTable {
  private readonly placed: Placed[] = [];
  /** For each column, the first row that no cell from above covers. */
  private readonly busyUntil: number[] = [];
  private readonly hidden: number[] = [];
  private readonly hiddenColumns: number[] = [];
  private columns = 0;
  private row = -1;
  private column = 0;
  private width = 0;
  private hasTables = false;

  constructor(private readonly allowance: GridAllowance) {}

  /** A `<col>`. */
  addColumns(count: number, hidden: boolean): void {
    const last = Math.min(this.columns + count, this.allowance.limits.columns);
    if (hidden) this.allowance.step((last - this.columns) * PLACES_A_CELL);
    for (; this.columns < last; this.columns += 1) if (hidden) this.hiddenColumns.push(this.columns);
  }

  openRow(hidden: boolean): void {
    this.row += 1;
    this.column = 0;
    if (hidden) this.hidden.push(this.row);
    const { rows } = this.allowance.limits;
    if (this.row >= rows) throw overLimit('rows', rows);
  }

  get hasRow(): boolean {
    return this.row >= 0;
  }

  addCell(columnSpan: number, rowSpan: number, content: CellContent): void {
    const { row, busyUntil, allowance } = this;
    const from = this.column;
    while ((busyUntil[this.column] ?? 0) > row) this.column += 1;
    const { column } = this;
    const end = column + columnSpan;
    if (end > allowance.limits.columns) throw overLimit('columns', allowance.limits.columns, end);
    allowance.step(column - from + (rowSpan > 1 ? columnSpan : 1));
    if (rowSpan > 1) {
      while (busyUntil.length < end) busyUntil.push(0);
      busyUntil.fill(row + rowSpan, column, end);
    }
    this.column = end;
    this.width = Math.max(this.width, end);
    const isSpan = rowSpan > 1 || columnSpan > 1;
    if (content.length > 0 || isSpan) this.placed.push({ row, column, rowSpan, columnSpan, content });
    if (isSpan) allowance.merge();
    this.hasTables ||= content.some(isGrid);
  }

  toGrid(): Grid {
    const rows = this.offsets(this.row + 1, (cell) => [cell.row, cell.rowSpan, heightOf(cell.content)]);
    const columns = this.offsets(this.width, (cell) => [cell.column, cell.columnSpan, widthOf(cell.content)]);
    const cells: CellModel[] = [];
    const merges: MergedRange[] = [];
    const hiddenRows = this.hidden.flatMap((row) => between(rows, row));
    const hiddenColumns = this.hiddenColumns.flatMap((column) => between(columns, column));
    for (const { row, column, rowSpan, columnSpan, content } of this.placed) {
      const top = rows.at(row);
      const left = columns.at(column);
      addStacked({ cells, merges, hiddenRows, hiddenColumns }, content, top, left);
      const bottom = rows.at(Math.min(row + rowSpan, this.row + 1)) - 1;
      const right = columns.at(column + columnSpan) - 1;
      if ((rowSpan > 1 || columnSpan > 1) && !content.some(isGrid) && (bottom > top || right > left))
        merges.push({ top, left, bottom, right });
    }
    return { height: rows.end, width: columns.end, cells, merges, hiddenRows, hiddenColumns };
  }

  /** Where each row, or column, begins, once it is as large as what its cells hold. */
  private offsets(
    count: number,
    extent: (cell: Placed) => readonly [first: number, span: number, size: number],
  ): Offsets {
    if (!this.hasTables) return { at: (index) => index, end: count };
    this.allowance.step(count);
    const sizes = new Array<number>(count).fill(1);
    // Single ones first; a larger table in several makes the last of them larger.
    for (const isSpan of [false, true]) {
      for (const cell of this.placed) {
        const [first, span, size] = extent(cell);
        if (span > 1 !== isSpan || size <= span) continue;
        const last = Math.min(first + span, count) - 1;
        let have = 0;
        for (let index = first; index <= last; index += 1) have += sizes[index] ?? 1;
        this.allowance.step(span);
        if (have < size) sizes[last] = (sizes[last] ?? 1) + size - have;
      }
    }
    const starts = [0];
    for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size);
    const end = starts.at(-1) ?? 0;
    const most = this.allowance.limits.rows;
    if (end > most) throw overLimit('rows', most, end);
    return { at: (index) => starts[index] ?? end, end };
  }
}

interface Offsets {
  at(index: number): number;
  readonly end: number;
}

const between = (offsets: Offsets, index: number): number[] =>
  Array.from({ length: offsets.at(index + 1) - offsets.at(index) }, (_, n) => offsets.at(index) + n);

const heightOf = (content: CellContent): number =>
  content.reduce((sum, block) => sum + (isGrid(block) ? block.height : 1), 0);
const widthOf = (content: CellContent): number =>
  content.reduce((most, block) => Math.max(most, isGrid(block) ? block.width : 1), 1);

/** Blocks one below another. */
export function stacked(content: CellContent): Grid {
  const grid = { cells: [], merges: [], hiddenRows: [], hiddenColumns: [] };
  addStacked(grid, content, 0, 0);
  return { ...grid, height: heightOf(content), width: widthOf(content) };
}

interface GridLists {
  readonly cells: CellModel[];
  readonly merges: MergedRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
}

function addStacked(lists: GridLists, content: CellContent, top: number, left: number): void {
  let row = top;
  for (const block of content) {
    if (!isGrid(block)) {
      lists.cells.push({ row, column: left, ...block });
      row += 1;
      continue;
    }
    for (const cell of block.cells)
      lists.cells.push({ ...cell, row: cell.row + row, column: cell.column + left });
    for (const merge of block.merges) lists.merges.push(moved(merge, row, left));
    for (const hidden of block.hiddenRows) lists.hiddenRows.push(hidden + row);
    for (const hidden of block.hiddenColumns) lists.hiddenColumns.push(hidden + left);
    row += block.height;
  }
}

const moved = ({ top, left, bottom, right }: MergedRange, down: number, across: number): MergedRange => ({
  top: top + down,
  left: left + across,
  bottom: bottom + down,
  right: right + across,
});

/** A grid's rows, top down. */
export function rowsOf(grid: Grid): RowModel[] {
  const hidden = new Set(grid.hiddenRows);
  const rows = new Map<number, CellModel[]>();
  for (const cell of grid.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]) => ({
      index,
      hidden: hidden.has(index),
      cells: cells.sort((a, b) => a.column - b.column),
    }));
}
