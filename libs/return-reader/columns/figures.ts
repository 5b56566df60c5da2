import type { CellModel } from '@thongvon/workbook-io';
import type { ReadingOptions } from '../model/options';
import { type Grid, isFilled, nameOf } from '../sheet/grid';
import { timesPowerOfTen } from '../values/decimals';
import { type NumberCell, readNumberColumn } from '../values/number-column';
import type { Convention } from '../values/number-text';

type FigureColumn = ReadonlyMap<number, NumberCell>;

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
    const read = readNumberColumn(cells, (cell) => this.answered(cell));
    for (const [row, cell] of this.options.scales?.length ? read : []) {
      const power = cell.state === 'value' ? this.scaleOf(cell.cell) : 0;
      if (cell.state === 'value' && power !== 0)
        read.set(row, { ...cell, value: timesPowerOfTen(cell.value, power) });
    }
    return read;
  }

  /** By which power of ten a person has said that the cell's unit is larger than its column's. */
  private scaleOf(cell: CellModel): number {
    const name = nameOf(cell);
    return this.options.scales?.find((s) => s.sheet === this.grid.name && s.cell === name)?.power ?? 0;
  }

  private answered(cell: CellModel): Convention | undefined {
    const name = nameOf(cell);
    return this.options.amounts?.find((a) => a.sheet === this.grid.name && a.cell === name)?.convention;
  }
}
