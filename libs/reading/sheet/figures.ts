import type { CellModel } from '@thongvon/workbooks';
import type { ReadingOptions } from '../options';
import { readNumberColumn, type NumberCell } from '../values/number-column';
import type { Convention } from '../values/number-text';
import { isFilled, nameOf, type Grid } from './grid';

export type FigureColumn = ReadonlyMap<number, NumberCell>;

const BLANK: NumberCell = { state: 'blank' };

/** The figure columns of one table, each read once and only when asked for. */
export class Figures {
  private readonly columns: (FigureColumn | undefined)[] = [];

  constructor(
    private readonly grid: Grid,
    private readonly rows: readonly number[],
    private readonly options: ReadingOptions,
  ) {}

  at(row: number, column: number): NumberCell {
    return this.column(column).get(row) ?? BLANK;
  }

  /** Every filled cell of the column among the table's rows, by row. */
  column(column: number): FigureColumn {
    return (this.columns[column] ??= this.read(column));
  }

  private read(column: number): FigureColumn {
    const cells: CellModel[] = [];
    for (const row of this.rows) {
      const cell = this.grid.cell(row, column);
      if (isFilled(cell)) cells.push(cell);
    }
    return readNumberColumn(cells, (cell) => this.answered(cell));
  }

  private answered(cell: CellModel): Convention | undefined {
    const name = nameOf(cell);
    return this.options.amounts?.find((a) => a.sheet === this.grid.name && a.cell === name)?.convention;
  }
}
