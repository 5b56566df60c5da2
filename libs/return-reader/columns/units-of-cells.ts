import { type AmountUnit, toBaseUnits } from '@thongvon/kernel';
import { unitsStated } from '../vocabulary/units';
import type { NumberCell, NumberValue } from './number-cell';

type Column = Map<number, NumberCell>;

const isCounted = (cell: NumberCell): cell is NumberValue =>
  cell.state === 'value' && cell.value.coefficient !== 0n;

/**
 * Gives the cells of a column the unit of their row, and where every amount has a unit, of several, reads all in đồng: sums,
 * rates and remainders then compare like with like.
 */
export function inOneUnit(column: Column, unitsOfRows: ReadonlyMap<number, AmountUnit>): Column {
  if (unitsOfRows.size > 0)
    for (const [row, cell] of column) {
      const unit = unitsOfRows.get(row);
      if (unit && cell.state === 'value' && !cell.unit) column.set(row, { ...cell, unit, ofRow: true });
    }
  const units = new Set<AmountUnit | undefined>();
  for (const cell of column.values()) if (isCounted(cell)) units.add(cell.unit);
  if (units.size < 2 || units.has(undefined)) return column;
  for (const [row, cell] of column) {
    if (cell.state !== 'value' || !cell.unit) continue;
    const value = toBaseUnits(cell.value, cell.unit);
    column.set(row, { ...cell, value, decimals: 0, unit: 'dong', typedUnit: cell.unit });
  }
  return column;
}

/** The unit in which all amounts of a column are written, cell by cell; undefined where one has none. */
export function unitOfCells(column: ReadonlyMap<number, NumberCell>): AmountUnit | undefined {
  const units = new Set<AmountUnit | undefined>();
  for (const cell of column.values()) {
    if (isCounted(cell)) units.add(cell.unit);
    if (cell.state === 'ambiguous') units.add(cell.readings['decimal-comma'].unit);
  }
  const [only] = units;
  return units.size === 1 ? only : undefined;
}

const MAY_STATE = /(?:đ|d)ồng|đvt|đơn vị|triệu|tỷ|tỉ|nghìn|ngàn|trđ/i;

/**
 * "II. NGÂN SÁCH PHƯỜNG (đơn vị: đồng)": the unit of the rows beneath a heading that states one, down to the next; of "TỔNG CỘNG (triệu
 * đồng)" that of its row alone.
 */
export function unitsByRow(
  rows: readonly { readonly index: number; readonly label: string; readonly figures: number }[],
): ReadonlyMap<number, AmountUnit> {
  const units = new Map<number, AmountUnit>();
  let section: AmountUnit | undefined;
  for (const { index, label, figures } of rows) {
    const stated = MAY_STATE.test(label) ? unitsStated(label) : [];
    const own = stated.length === 1 ? stated[0] : undefined;
    if (own && figures === 0) section = own;
    const unit = own ?? section;
    if (unit) units.set(index, unit);
  }
  return units;
}
