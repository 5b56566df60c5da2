import { PLAN_TYPE_NAMES, type PlanType } from '@thongvon/kernel';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { columnLetters } from '../sheet/grid';
import { NOTHING, readCell, type LineAmount } from './line-amount';
import type { LineSource } from './line-source';
import { slotsOf, type Slot } from './typed-table';

/** A total over plan types less those with columns of their own; where that can't be reported, it is left unread. */
export function withoutOtherTypes(
  total: LineAmount,
  slot: Slot,
  row: TableRow,
  project: ProjectRows,
  input: LineSource,
): LineAmount {
  const others = slotsOf(input.table, slot.field).filter((other) => other.planType !== 'all');
  if (others.length === 0) return ifNoOtherPlan(total, slot, row, input);
  let left = total.dong;
  for (const other of others)
    for (const column of columnsOfSlot(other)) {
      const amount = readCell(column, row, project, input);
      if (amount.unreadable) return { ...total, dong: null, unreadable: true };
      if (amount.dong === null && !hasNoPlan(other.planType, row, input)) {
        if (total.dong !== null) tellBlank(slot, other.planType, { row: row.index, column }, input);
        return { ...total, dong: null, unreadable: true };
      }
      left = left === null ? null : left - (amount.dong ?? 0n);
    }
  return { ...total, dong: left, derived: true };
}

/** Without columns by plan type a total is this year's only for projects that have no other plan, or none spent. */
function ifNoOtherPlan(total: LineAmount, slot: Slot, row: TableRow, input: LineSource): LineAmount {
  if (total.dong === null) return total;
  const spent = slotsOf(input.table, 'disbursed').filter(
    (s) => s.planType !== 'all' && s.planType !== 'current-year',
  );
  const plans = slotsOf(input.table, 'planned').filter(
    (s) => s.planType !== 'all' && s.planType !== 'current-year',
  );
  const open = (spent.length > 0 ? spent : plans).filter(
    (s) => !isNone(s, row, input) && !hasNoPlan(s.planType, row, input),
  );
  const [first] = open;
  if (!first) return total;
  if (slot.field === 'disbursed')
    tellBlank(slot, first.planType, { row: row.index, column: slot.total ?? 0 }, input);
  return slot.field === 'disbursed' ? { ...total, dong: null, unreadable: true } : NOTHING;
}

function tellBlank(
  slot: Slot,
  planType: PlanType | 'all',
  at: { row: number; column: number },
  { findings, reader }: LineSource,
): void {
  const name = planType === 'all' ? '' : PLAN_TYPE_NAMES[planType].vi;
  findings.add(
    'carried-over-blank',
    { sheet: reader.sheet, at },
    { total: columnLetters(slot.total ?? at.column), planType: name },
  );
}

const columnsOfSlot = (slot: Slot): number[] =>
  slot.total === undefined ? slot.parts.map((part) => part.column) : [slot.total];

/** Whether the row says that it has nothing of this plan type. */
function isNone(slot: Slot, row: TableRow, { reader }: LineSource): boolean {
  return columnsOfSlot(slot).every((column) => {
    const amount = reader.read(row.index, column);
    return amount.state === 'not-applicable' || amount.dong === 0n;
  });
}

/** A project without a carried-over plan has spent nothing of it. */
function hasNoPlan(planType: PlanType | 'all', row: TableRow, { table, reader }: LineSource): boolean {
  const slot = slotsOf(table, 'planned').find((s) => s.planType === planType);
  if (!slot) return false;
  return columnsOfSlot(slot).every((column) => {
    const amount = reader.read(row.index, column);
    return amount.state === 'blank' || amount.state === 'not-applicable' || amount.dong === 0n;
  });
}
