import { type AmountUnit, UNIT_NAMES } from '@thongvon/kernel';
import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { answeredUnit } from '../columns/assignment';
import { type Findings, unitChoices } from '../findings/findings';
import type { HeaderColumn, RawTable } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import { type Grid, isFilled, statementsOf, textOf } from '../sheet/grid';
import { announcesUnit, unitsStated } from '../vocabulary/units';

export interface TableUnits {
  readonly table: AmountUnit | undefined;
  readonly columns: ReadonlyMap<number, AmountUnit | undefined>;
}

/**
 * The unit of each amount column: answered for the column, stated in its caption, answered for the sheet, or stated
 * above the table. `inherited` is that of the table above on the same sheet. Questions where none or several are stated.
 */
export function unitsOfColumns(
  raw: RawTable,
  columns: readonly number[],
  inherited: AmountUnit | undefined,
  options: ReadingOptions,
  findings: Findings,
): TableUnits {
  const { grid, header, above } = raw;
  const answers = options.units?.filter((u) => u.sheet === grid.name) ?? [];
  const captions = new Map(
    header.columns.map((c) => [c.column, c.path.findLast((caption) => caption.unit !== undefined)?.unit]),
  );
  const stated = statedUnits(grid, above);
  const distinct = [...new Set(stated.map((s) => s.unit))];
  const ofSheet = answers.find((u) => u.column === undefined && !(u.unlessStated && distinct.length === 1));
  const table =
    ofSheet?.unit ?? (distinct.length === 1 ? distinct[0] : distinct.length === 0 ? inherited : undefined);
  const units = new Map(
    columns.map((column) => [
      column,
      answeredUnit(grid.name, { column, path: pathOf(raw, column) }, options)?.unit ??
        (ofSheet?.confirmed === true ? ofSheet.unit : undefined) ??
        captions.get(column) ??
        table,
    ]),
  );
  if ([...units.values()].some((unit) => unit === undefined)) {
    const choices = unitChoices();
    if (distinct.length > 1) {
      const names = distinct.map((unit) => UNIT_NAMES[unit].vi).join(', ');
      findings.add(
        'unit-conflict',
        { sheet: grid.name, cell: stated.at(-1)?.cell },
        { units: names },
        choices,
      );
    } else {
      const at = { row: header.top, column: [...units].find(([, unit]) => unit === undefined)?.[0] ?? 0 };
      findings.add('unit-unknown', { sheet: grid.name, cell: grid.seen(at.row, at.column), at }, {}, choices);
    }
  }
  return { table, columns: units };
}

function pathOf({ header }: RawTable, column: number): HeaderColumn['path'] {
  return header.columns.find((c) => c.column === column)?.path ?? [];
}

interface StatedUnit {
  readonly unit: AmountUnit;
  readonly cell: CellModel;
}

/** Every unit of amount that the rows above a table state, with its cell; usually one. */
function statedUnits(grid: Grid, above: readonly RowModel[]): StatedUnit[] {
  return statementsOf(above).flatMap(({ text, cell }) => {
    const units = unitsStated(text);
    if (units.length > 0) return units.map((unit) => ({ unit, cell }));
    if (!announcesUnit(text)) return [];
    // "Đơn vị tính:" with the unit in the next filled cell of the row.
    const next = grid.row(cell.row)?.cells.find((other) => other.column > cell.column && isFilled(other));
    return unitsStated(textOf(next)).map((unit) => ({ unit, cell: next ?? cell }));
  });
}
