import type { CellModel } from '@thongvon/workbooks';
import type { ReadingOptions } from '../options';
import { readNumberColumn, type NumberCell } from '../values/number-column';
import type { Convention } from '../values/number-text';
import { isFilled, nameOf, type Grid } from './grid';

const BLANK: NumberCell = { state: 'blank' };

/** The figure columns of one table, each read once and only when asked for. */
export class Figures {
  private readonly columns = new Map<number, Map<number, NumberCell>>();

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly number[],
    private readonly options: ReadingOptions,
  ) {}

  at(row: number, column: number): NumberCell {
    return this.column(column).get(row) ?? BLANK;
  }

  /** Every filled cell of the column among the table's rows, by row. */
  column(column: number): ReadonlyMap<number, NumberCell> {
    const known = this.columns.get(column);
    if (known) return known;
    const cells = this.rows.flatMap((row) => {
      const cell = this.grid.cell(row, column);
      return isFilled(cell) ? [cell] : [];
    });
    const read = readNumberColumn(cells, (cell) => this.answered(cell));
    const byRow = new Map([...read].map(([cell, value]) => [cell.row, value]));
    this.columns.set(column, byRow);
    return byRow;
  }

  private answered(cell: CellModel): Convention | undefined {
    const name = nameOf(cell);
    return this.options.amounts?.find((a) => a.sheet === this.grid.name && a.cell === name)?.convention;
  }
}
