import { unaccent } from '@thongvon/kernel';
import { clearanceField, isOfClearance } from '../columns/clearance-captions';
import { ownMeasure } from '../columns/measure';
import { textFieldOf } from '../columns/identity';
import type { HeaderColumn } from '../header/header';
import type { ReturnKind } from '../reading';
import { OF_DISBURSEMENT } from '../vocabulary/titles';
import type { Statement } from './statements';

/** A table as a return of one kind: the columns that are none of its business are left out. */
export interface View {
  readonly kind: ReturnKind;
  readonly columns: readonly HeaderColumn[];
  /** Other columns of the table make a return of another kind. */
  readonly shared: boolean;
}

/**
 * "Kế hoạch | Giải ngân | Số hộ | Đã bàn giao" on one row of each project: a disbursement return and a land-clearance
 * return in one table. Undefined for a table of one kind.
 */
export function viewsOfMixed(
  columns: readonly HeaderColumn[],
  found: ReturnKind | undefined,
): readonly View[] | undefined {
  if (found !== 'land-clearance') return undefined;
  const amounts = columns.filter((column) => isOfProjectCapital(column));
  const measures = new Set(amounts.flatMap(({ path }) => path.map(ownMeasure)));
  const spent = measures.has('disbursed') || measures.has('completed') || measures.has('advance');
  if (!measures.has('planned') || !spent) return undefined;
  const clearance = columns.filter((column) => isClearanceFigure(column));
  const views: View[] = [
    { kind: 'disbursement', columns: columns.filter((c) => !clearance.includes(c)), shared: true },
  ];
  const reported = clearance.some((column) => clearanceField(column) !== undefined);
  if (reported)
    views.push({
      kind: 'land-clearance',
      columns: columns.filter((c) => !amounts.includes(c)),
      shared: true,
    });
  return views;
}

/** Whether the money in a mixed table could as well be what the people on the land are paid. */
export function mayBeCompensation(columns: readonly HeaderColumn[], titles: readonly Statement[]): boolean {
  const compensated = columns.some((column) => {
    const field = clearanceField(column);
    return isClearanceFigure(column) && (field === 'compensation' || field === 'compensated');
  });
  return !compensated && !titles.some(({ text }) => OF_DISBURSEMENT.test(unaccent(text)));
}

function isClearanceFigure(column: HeaderColumn): boolean {
  return textFieldOf(column) === undefined && isOfClearance(column.path);
}

function isOfProjectCapital(column: HeaderColumn): boolean {
  if (textFieldOf(column) !== undefined || isOfClearance(column.path)) return false;
  return column.path.some((caption) => {
    const measure = ownMeasure(caption);
    return measure !== undefined && measure !== 'text';
  });
}
