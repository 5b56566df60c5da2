import type { AmountUnit } from '@thongvon/kernel';
import { CHANGED_FIELD, CHANGE_FIELDS, type ChangeField } from '../model/meaning';
import type { Findings } from '../findings/findings';
import { LINE_FIELDS, type LineField } from '../model/reading';
import type { AmountReader } from './amount-reader';
import type { Identity } from './identities';
import type { RowContext } from './row-context';
import { columnsOf, type Slot, slotsOf, type TypedTable } from './typed-table';

/** A table ready to be read into its part of the reading. */
export interface ReadyTable {
  readonly table: TypedTable;
  readonly unit: AmountUnit | undefined;
  readonly reader: AmountReader;
  readonly identities: readonly Identity[];
  readonly title: RowContext;
  /** The same table is read as a return of another kind too. */
  readonly shared: boolean;
}

/** What the lines of every project of a table are read from. */
export interface LineSource {
  readonly table: TypedTable;
  readonly reader: AmountReader;
  readonly title: RowContext;
  readonly findings: Findings;
  readonly slots: readonly SlotOfTable[];
  /** The identities that hold, by each column that they add. */
  readonly identitiesOf: ReadonlyMap<number, readonly Identity[]>;
}

/** A slot, with what is the same of it for every row. */
export interface SlotOfTable extends Slot {
  readonly field: LineField | 'recovered';
  /** The columns by source make the whole of the total. */
  readonly complete: boolean;
  /** A total over plan types adds nothing where this year's plan has columns of its own. */
  readonly onlyChecked: boolean;
  readonly changes: readonly { readonly field: ChangeField; readonly column: number }[];
}

/** Looks once at what is the same for every row of a table. */
export function lineSource({ table, reader, identities, title }: ReadyTable, findings: Findings): LineSource {
  const slots = [...LINE_FIELDS, 'recovered' as const].flatMap((field) =>
    slotsOf(table, field).map((slot) => ({
      ...slot,
      field,
      complete: identities.find((identity) => identity.total === slot.total)?.holds ?? true,
      onlyChecked: isOnlyChecked(slot, table),
      changes: changesOf(slot, table),
    })),
  );
  const holding = identities.filter(({ holds }) => holds);
  const terms = new Set(holding.flatMap((identity) => identity.terms.map(({ column }) => column)));
  const identitiesOf = new Map(
    [...terms].map((column) => [
      column,
      holding.filter((identity) => identity.terms.some((term) => term.column === column)),
    ]),
  );
  return { table, reader, title, findings, slots, identitiesOf };
}

function isOnlyChecked(slot: Slot, table: TypedTable): boolean {
  return (
    slot.planType === 'all' && slotsOf(table, slot.field).some((other) => other.planType === 'current-year')
  );
}

function changesOf(slot: Slot, table: TypedTable): SlotOfTable['changes'] {
  if (slot.planType !== 'current-year') return [];
  const fields = CHANGE_FIELDS.filter((change) => CHANGED_FIELD[change] === slot.field);
  return fields.flatMap((field) =>
    columnsOf(table, (meaning) => meaning.field === field).map((column) => ({ field, column })),
  );
}
