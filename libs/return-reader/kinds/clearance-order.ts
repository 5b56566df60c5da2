import { addDecimals, compareDecimals, type Decimal, shownDecimal } from '@thongvon/kernel';
import { inSquareMetres, leftOf } from '../columns/clearance-captions';
import { fieldName, type Findings } from '../findings/findings';
import type { ClearanceField } from '../model/meaning';
import type { TableRow } from '../rows/table-row';
import { columnsOf, type TypedTable } from '../table/typed-table';

/**
 * The pairs of which the first is never less than the second (domain, 2.3). Nothing is done with more than there is: that
 * stops a return. Steps may overtake each other, as when land is handed over before it is paid for: worth a look.
 */
const ORDER: readonly (readonly [ClearanceField, ClearanceField, 'clearance-beyond' | 'clearance-order'])[] =
  [
    ['households', 'inventoried', 'clearance-beyond'],
    ['households', 'approved', 'clearance-beyond'],
    ['households', 'paid', 'clearance-beyond'],
    ['households', 'handed-over', 'clearance-beyond'],
    ['area', 'area-handed-over', 'clearance-beyond'],
    ['compensation', 'compensated', 'clearance-beyond'],
    ['inventoried', 'approved', 'clearance-order'],
    ['approved', 'paid', 'clearance-order'],
    ['paid', 'handed-over', 'clearance-order'],
  ];

/** Holds what a row says against itself: no part is more than its whole, and what is done and what is left not together. */
export function checkOrder(
  values: ReadonlyMap<ClearanceField, Decimal>,
  row: TableRow,
  project: string,
  table: TypedTable,
  findings: Findings,
): void {
  const refuse = (
    message: 'clearance-beyond' | 'clearance-order',
    column: number | undefined,
    { more, less }: Readonly<Record<'more' | 'less', { readonly name: string; readonly value: Decimal }>>,
  ): void => {
    const cell = column === undefined ? undefined : table.raw.grid.cell(row.index, column);
    findings.add(
      message,
      { sheet: table.raw.grid.name, cell },
      {
        project,
        more: more.name,
        less: less.name,
        moreValue: shownDecimal(more.value),
        lessValue: shownDecimal(less.value),
      },
    );
  };
  const said = (field: ClearanceField, value: Decimal) => ({ name: fieldName(field).vi, value });
  for (const [more, less, message] of ORDER) {
    const a = values.get(more);
    const b = values.get(less);
    if (!a || !b || compareDecimals(a, b) >= 0) continue;
    const [column] = columnsOf(table, (meaning) => meaning.field === less);
    refuse(message, column, { more: said(more, a), less: said(less, b) });
  }
  for (const { column, path } of table.raw.header.columns) {
    const left = leftOf(path);
    const number = left && table.figures.at(row.index, column);
    const [whole, done] = left ? [values.get(left.whole), values.get(left.done)] : [];
    if (!left || number?.state !== 'value' || !whole || !done || compareDecimals(whole, done) < 0) continue;
    const together = addDecimals(done, inSquareMetres(number.value, path));
    if (compareDecimals(whole, together) >= 0) continue;
    const name = `${fieldName(left.done).vi} + “${path.map(({ text }) => text).join(' / ')}”`;
    refuse('clearance-beyond', column, { more: said(left.whole, whole), less: { name, value: together } });
  }
}
