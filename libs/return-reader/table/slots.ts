import type { PlanType } from '@thongvon/kernel';
import type { AmountField } from '../columns/meaning';
import type { Source } from '../values/source-label';
import { columnsOf, type TypedTable } from './typed-table';

/** Where a table keeps one field of one plan type: a column over all sources, columns by source, or both. */
export interface Slot {
  readonly field: AmountField;
  /** `all`: over all plan types that have columns. */
  readonly planType: PlanType | 'all';
  readonly total: number | undefined;
  readonly parts: readonly { readonly column: number; readonly source: Source }[];
}

const KNOWN = new WeakMap<TypedTable, Map<AmountField, readonly Slot[]>>();

/** The slots of a field, one per plan type that the table has columns for. */
export function slotsOf(table: TypedTable, field: AmountField): readonly Slot[] {
  const known = KNOWN.get(table) ?? new Map<AmountField, readonly Slot[]>();
  KNOWN.set(table, known);
  const slots = known.get(field) ?? findSlots(table, field);
  known.set(field, slots);
  return slots;
}

function findSlots(table: TypedTable, field: AmountField): Slot[] {
  const slots = new Map<
    PlanType | 'all',
    { total: number | undefined; parts: { column: number; source: Source }[] }
  >();
  for (const column of columnsOf(table, (meaning) => meaning.field === field)) {
    const meaning = table.meanings.get(column);
    if (!meaning || !('planType' in meaning)) continue;
    const slot = slots.get(meaning.planType) ?? { total: undefined, parts: [] };
    slots.set(meaning.planType, slot);
    if (meaning.source) slot.parts.push({ column, source: meaning.source });
    else slot.total = column;
  }
  return [...slots].map(([planType, slot]) => ({ field, planType, ...slot }));
}
