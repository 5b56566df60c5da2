import type { AmountUnit } from '@thongvon/kernel';
import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { isFilled, textOf, type Grid } from '../sheet/grid';
import { announcesUnit, unitsStated } from '../values/unit-text';
import { statementsOf } from './statements';

export interface StatedUnit {
  readonly unit: AmountUnit;
  readonly cell: CellModel;
}

/** Every unit of amount that the rows above a table state, with its cell; usually one. */
export function statedUnits(grid: Grid, above: readonly RowModel[]): StatedUnit[] {
  return statementsOf(above).flatMap(({ text, cell }) => {
    const units = unitsStated(text);
    if (units.length > 0) return units.map((unit) => ({ unit, cell }));
    if (!announcesUnit(text)) return [];
    // "Đơn vị tính:" with the unit in the next filled cell of the row.
    const next = grid.row(cell.row)?.cells.find((other) => other.column > cell.column && isFilled(other));
    return unitsStated(textOf(next)).map((unit) => ({ unit, cell: next ?? cell }));
  });
}
