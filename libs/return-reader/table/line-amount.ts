import type { AmountUnit, Dong, PlanType } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { plansBefore } from '../columns/adjustments';
import type { Findings } from '../findings/findings';
import { CHANGE_FIELDS, CHANGED_FIELD, type ChangeField, isDecrease } from '../model/meaning';
import { LINE_FIELDS, type LineField } from '../model/reading';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import type { Source } from '../vocabulary/sources';
import type { AmountReader } from './amounts';
import { type Identity, identityOfRow } from './identities';
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

/** Where a table keeps what the plan was just before its decision, of one plan type. */
export interface SlotBefore {
  readonly planType: PlanType;
  readonly source: Source | undefined;
  readonly column: number;
  /** The column of the plan that counts, whose unit it has where it states none. */
  readonly beside: number;
}

/** The slots of the plan before the decision. */
export function slotsBefore({ table }: Pick<ReadyTable, 'table'>): SlotBefore[] {
  const { features } = table.assignment;
  return plansBefore(features, table.meanings, table.figures).flatMap((before) => {
    const slots = slotsOf(table, 'planned');
    const slot = slots.find(({ planType }) => planType === before.planType) ?? slots[0];
    const beside = slot?.total ?? slot?.parts[0]?.column;
    return beside === undefined ? [] : [{ ...before, beside }];
  });
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

/** An amount of a line and where it comes from. */
export interface LineAmount {
  readonly dong: Dong | null;
  readonly cell: CellModel | undefined;
  readonly derived: boolean;
  readonly notApplicable: boolean;
  readonly unreadable: boolean;
}

export const NOTHING: LineAmount = {
  dong: null,
  cell: undefined,
  derived: false,
  notApplicable: false,
  unreadable: false,
};
const ZERO_BY_IDENTITY: LineAmount = { ...NOTHING, dong: 0n, derived: true };

/** What a cell of a project's row gives to its line. */
export function readCell(column: number, row: TableRow, project: ProjectRows, input: LineSource): LineAmount {
  if (project.split && row === project.own && beneathFilled(project, column, input.table)) return NOTHING;
  const amount = input.reader.read(row.index, column);
  if (amount.state === 'blank' && isZeroByIdentity(column, row, input)) return ZERO_BY_IDENTITY;
  if (amount.state === 'blank' && !amount.cell) return NOTHING;
  return {
    dong: amount.dong,
    cell: amount.cell,
    derived: false,
    notApplicable: amount.state === 'not-applicable',
    unreadable: amount.state === 'unreadable',
  };
}

/** Whether rows beneath a project's own one have this column. */
export function beneathFilled(project: ProjectRows, column: number, { figures }: TypedTable): boolean {
  return project.lines.some((line) => figures.at(line.index, column).state !== 'blank');
}

/** Of a blank cell. */
function isZeroByIdentity(column: number, row: TableRow, { table, identitiesOf }: LineSource): boolean {
  const identities = identitiesOf.get(column);
  if (!identities) return false;
  return identities.some((i) => identityOfRow(table, i, row.index).state === 'blanks-are-zero');
}

/**
 * The plan after an adjustment that only shows the plan before it and what is added and taken away; the disbursement of
 * a table that only shows last month's and this month's. Nothing before is nothing to add to.
 */
export function withChanges(
  amount: LineAmount,
  { changes }: Pick<SlotOfTable, 'changes'>,
  read: (column: number) => LineAmount,
): LineAmount {
  if (amount.unreadable || amount.notApplicable) return amount;
  let dong = amount.dong ?? 0n;
  let changed = false;
  for (const { field, column } of changes) {
    const change = read(column);
    if (change.unreadable) return { ...amount, dong: null, unreadable: true };
    if (amount.dong === null && change.dong === null) continue;
    const size = change.dong ?? 0n;
    // Some write what is taken away as a negative number.
    dong += isDecrease(field) && size > 0n ? -size : size;
    changed = true;
  }
  return changed ? { ...amount, dong, derived: true } : amount;
}

/** What a partial list of sources leaves of the total. */
export function remainder(total: LineAmount, parts: readonly { amount: LineAmount }[]): LineAmount {
  if (total.dong === null) return total;
  const dong = parts.reduce((left, { amount }) => left - (amount.dong ?? 0n), total.dong);
  return { ...total, dong: dong === 0n ? null : dong, derived: true };
}
