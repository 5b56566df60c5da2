import { type Dong, PLAN_TYPE_NAMES, type PlanType, sumDong } from '@thongvon/kernel';
import { answerOf, type Meaning } from '../model/meaning';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { columnLetters } from '../sheet/grid';
import { type LineAmount, type LineSource, NOTHING, readCell } from './line-amount';
import { type Slot, slotsOf } from './typed-table';

/** A total over plan types less those with columns of their own; where that isn't known, it is left unread. */
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
  if (open.length === 0) return total;
  if (slot.field === 'disbursed') askWhosePlan(slot, open, input);
  return slot.field === 'disbursed' ? { ...total, dong: null, unreadable: true } : NOTHING;
}

/** A plan beside this year's of which a total over plan types may be. */
interface OtherPlan {
  readonly planType: PlanType;
  readonly planned: Dong | null;
  /** The row has no plan of this year: all of it is of that one. */
  readonly whole: boolean;
}

/**
 * The one other plan of a row whose total over plan types has no columns by plan type: what was spent where this year has no plan is of
 * that one; where a person has said that other plans are spent first, as much as it gives. Undefined where neither holds.
 */
export function otherPlanOf(slot: Slot, row: TableRow, input: LineSource): OtherPlan | undefined {
  const { table, reader } = input;
  if (!['disbursed', 'completed', 'advance'].includes(slot.field)) return undefined;
  if (slotsOf(table, slot.field).some(({ planType }) => planType !== 'all')) return undefined;
  if (slotsOf(table, 'disbursed').some(({ planType }) => planType !== 'all')) return undefined;
  const plans = slotsOf(table, 'planned').filter(
    ({ planType }) => planType !== 'all' && planType !== 'current-year',
  );
  const [only, ...more] = plans.filter((plan) => !hasNoPlan(plan.planType, row, input));
  if (!only || only.planType === 'all' || more.length > 0) return undefined;
  const whole = hasNoPlan('current-year', row, input);
  if (!whole && !(slot.othersFirst && slot.field === 'disbursed')) return undefined;
  const planned = sumDong(columnsOfSlot(only).map((column) => reader.read(row.index, column).dong));
  return { planType: only.planType, planned, whole };
}

/** What is spent of the plan that goes first, and what is left for this year's. */
export function firstOf(
  total: LineAmount,
  planned: Dong | null,
): { readonly spent: LineAmount; readonly left: LineAmount } | undefined {
  if (total.dong === null || planned === null || planned < 0n) return undefined;
  const spent = total.dong < planned ? total.dong : planned;
  const part = (dong: Dong): LineAmount => ({ ...total, dong, derived: true });
  return { spent: part(spent), left: part(total.dong - spent) };
}

/** Once a column: whose plan is it that was spent, where a project has one beside this year's? */
function askWhosePlan(slot: Slot, [first]: readonly Slot[], { findings, reader, table }: LineSource): void {
  const column = slot.total;
  if (column === undefined || !first || first.planType === 'all') return;
  const { grid, header } = table.raw;
  const at = { row: header.columns.find((c) => c.column === column)?.row ?? header.top, column };
  const letters = columnLetters(column);
  const { vi, en } = PLAN_TYPE_NAMES[first.planType];
  const meant = (meaning: Meaning): string => answerOf([[column, meaning]]);
  findings.add(
    'plan-types-together',
    { sheet: reader.sheet, cell: grid.cell(at.row, column), at },
    { column: letters, planType: vi, planTypeEn: en },
    [
      {
        value: meant({ field: 'disbursed', planType: 'all', othersFirst: true }),
        label: `Cột ${letters}: ${vi} giải ngân trước, phần còn lại là của kế hoạch năm nay`,
        labelEn: `Column ${letters}: the ${en} is spent first, the rest is of this year’s plan`,
      },
      {
        value: meant({ field: 'disbursed', planType: 'current-year' }),
        label: `Cột ${letters}: đều là của kế hoạch năm nay`,
        labelEn: `Column ${letters}: all of it is of this year’s plan`,
      },
    ],
  );
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
