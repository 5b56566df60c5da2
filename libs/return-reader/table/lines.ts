import { type Dong, formatDong, PLAN_TYPE_NAMES, type PlanType } from '@thongvon/kernel';
import { signOfRecovered } from '../columns/recovery';
import type { CellModel } from '@thongvon/workbook-io';
import type { LineField } from '../reading';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { columnLetters } from '../sheet/grid';
import type { Source } from '../values/source-label';
import type { AmountReader } from './amount-reader';
import { identityOfRow } from './identities';
import type { LineSource, SlotOfTable } from './line-source';
import { rowContext, type RowContext } from './row-context';
import { slotsOf, type Slot } from './slots';
import type { TypedTable } from './typed-table';

/** An amount of a line and where it comes from. */
export interface LineAmount {
  readonly dong: Dong | null;
  readonly cell: CellModel | undefined;
  readonly derived: boolean;
  readonly notApplicable: boolean;
  readonly unreadable: boolean;
}

/** The amounts of one project, plan type and source, from one row. */
export interface Line {
  readonly planType: PlanType;
  readonly source: Source | undefined;
  readonly row: TableRow;
  readonly amounts: Map<LineField, LineAmount>;
  /** What was recovered of the advances, where the table shows them before it: positive. */
  recovered?: LineAmount;
}

/**
 * The lines of one project. Where the plan has columns by source and disbursement has none, the plan stands in lines
 * per source and disbursement in one line `unspecified`: never split by guess, and the sums per project stay right.
 */
export function linesOf(project: ProjectRows, input: LineSource): Line[] {
  const lines: Line[] = [];
  for (const row of rowsOf(project)) {
    const context = rowContext(project, row, input.title, input.table.planTypeAnswers);
    for (const slot of input.slots) addSlot(lines, slot, row, context, project, input);
  }
  for (const line of lines) {
    if (line.recovered) takeRecovered(line, line.recovered, input);
    deriveDisbursed(line, input);
  }
  return lines.filter(saysSomething);
}

function saysSomething({ amounts }: Line): boolean {
  for (const { dong, notApplicable, unreadable } of amounts.values())
    if (dong !== null || notApplicable || unreadable) return true;
  return false;
}

/** The project's lines; its own row too, which alone may hold a field that its lines beneath leave blank. */
function rowsOf(project: ProjectRows): readonly TableRow[] {
  return project.split ? [project.own, ...project.lines] : project.lines;
}

function addSlot(
  lines: Line[],
  slot: SlotOfTable,
  row: TableRow,
  context: RowContext,
  project: ProjectRows,
  input: LineSource,
): void {
  const read = (column: number): LineAmount => readCell(column, row, project, input);
  const parts = slot.parts.map(({ source, column }) => ({ source, amount: read(column) }));
  const total = slot.total === undefined ? undefined : withChanges(read(slot.total), slot, row, input.reader);
  const planType = typeOf(slot, context);
  const put = (source: Source | undefined, amount: LineAmount): void => {
    const line = lineAt(lines, planType, source, row);
    if (slot.field === 'recovered') line.recovered = asTaken(amount, slot, input);
    else line.amounts.set(slot.field, amount);
  };
  const partsFilled = parts.some(
    ({ amount }) => amount.dong !== null || amount.unreadable || amount.notApplicable,
  );
  if (partsFilled)
    for (const { source, amount } of parts)
      if (amount.dong !== null || amount.notApplicable || amount.unreadable) put(source, amount);
  if (total && !(partsFilled && slot.complete) && !slot.onlyChecked) {
    const amount = slot.planType === 'all' ? withoutOtherTypes(total, slot, row, project, input) : total;
    put(sourceOfTotal(slot, row, context, project, input), partsFilled ? remainder(amount, parts) : amount);
  }
}

/**
 * The plan after an adjustment that only shows the plan before it and what is added and taken away; the disbursement of
 * a table that only shows last month's and this month's. Nothing before is nothing to add to.
 */
function withChanges(
  amount: LineAmount,
  { changes }: SlotOfTable,
  row: TableRow,
  reader: AmountReader,
): LineAmount {
  if (amount.unreadable || amount.notApplicable) return amount;
  let dong = amount.dong ?? 0n;
  let changed = false;
  for (const { field, column } of changes) {
    const change = reader.read(row.index, column);
    if (change.state === 'unreadable') return { ...amount, dong: null, unreadable: true };
    if (amount.dong === null && change.dong === null) continue;
    const size = change.dong ?? 0n;
    // Some write what is taken away as a negative number.
    dong += field === 'planned-decrease' && size > 0n ? -size : size;
    changed = true;
  }
  return changed ? { ...amount, dong, derived: true } : amount;
}

/** What a partial list of sources leaves of the total. */
function remainder(total: LineAmount, parts: readonly { amount: LineAmount }[]): LineAmount {
  if (total.dong === null) return total;
  const dong = parts.reduce((left, { amount }) => left - (amount.dong ?? 0n), total.dong);
  return { ...total, dong: dong === 0n ? null : dong, derived: true };
}

function typeOf(slot: Slot, context: RowContext): PlanType {
  if (slot.planType !== 'all' && slot.planType !== 'current-year') return slot.planType;
  return context.planType ?? 'current-year';
}

/** A total over plan types less those with columns of their own; where that can't be reported, it is left unread. */
function withoutOtherTypes(
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

/** An amount in a cell merged over several sources of one project belongs to none of them. */
function sourceOfTotal(
  slot: Slot,
  row: TableRow,
  context: RowContext,
  project: ProjectRows,
  input: LineSource,
): Source | undefined {
  const merge = slot.total === undefined ? undefined : input.table.raw.grid.merge(row.index, slot.total);
  const spanned = merge
    ? project.lines.filter((line) => line.index >= merge.top && line.index <= merge.bottom)
    : [];
  return spanned.length > 1 ? undefined : context.source;
}

function readCell(column: number, row: TableRow, project: ProjectRows, input: LineSource): LineAmount {
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

const NOTHING: LineAmount = {
  dong: null,
  cell: undefined,
  derived: false,
  notApplicable: false,
  unreadable: false,
};
const ZERO_BY_IDENTITY: LineAmount = { ...NOTHING, dong: 0n, derived: true };

function beneathFilled(project: ProjectRows, column: number, { figures }: TypedTable): boolean {
  return project.lines.some((line) => figures.at(line.index, column).state !== 'blank');
}

/** Of a blank cell. */
function isZeroByIdentity(column: number, row: TableRow, { table, identitiesOf }: LineSource): boolean {
  const identities = identitiesOf.get(column);
  if (!identities) return false;
  return identities.some((i) => identityOfRow(table, i, row.index).state === 'blanks-are-zero');
}

function lineAt(lines: Line[], planType: PlanType, source: Source | undefined, row: TableRow): Line {
  const found = lines.find(
    (line) => line.row === row && line.planType === planType && line.source?.code === source?.code,
  );
  if (found) return found;
  const line: Line = { planType, source, row, amounts: new Map() };
  lines.push(line);
  return line;
}

/** What was recovered as an amount without a sign, however the column writes it. */
function asTaken(amount: LineAmount, { total, parts }: Slot, { table }: LineSource): LineAmount {
  const column = total ?? parts[0]?.column;
  if (amount.dong === null || column === undefined || signOfRecovered(table.figures, column) < 0)
    return amount;
  return { ...amount, dong: -amount.dong };
}

/** Advances shown before what was recovered of them: what is left is the advance, and never less than nothing. */
function takeRecovered(line: Line, recovered: LineAmount, { findings, reader }: LineSource): void {
  const advance = line.amounts.get('advance');
  if (recovered.unreadable) {
    line.amounts.set('advance', { ...NOTHING, ...advance, dong: null, unreadable: true });
    return;
  }
  const taken = recovered.dong ?? 0n;
  if (!advance || advance.unreadable || taken === 0n) return;
  const given = advance.dong ?? 0n;
  line.amounts.set('advance', { ...advance, dong: given - taken, derived: true });
  if (taken > given)
    findings.add(
      'recovered-more',
      { sheet: reader.sheet, cell: recovered.cell },
      { recovered: formatDong(taken), advance: formatDong(given) },
    );
}

/** Disbursed = completed work + outstanding advance (decree 254/2025), where the table has no column for the sum. */
function deriveDisbursed(line: Line, { table }: LineSource): void {
  const stated = line.amounts.get('disbursed') ?? NOTHING;
  if (stated.dong !== null || stated.unreadable || stated.notApplicable) return;
  const completed = line.amounts.get('completed');
  const advance = line.amounts.get('advance');
  if (completed?.unreadable || advance?.unreadable || line.recovered?.unreadable) return;
  // Of advances that stand in other lines or nowhere, what was recovered is taken off here.
  const recovered = advance || slotsOf(table, 'disbursed').length > 0 ? 0n : (line.recovered?.dong ?? 0n);
  if ((completed?.dong ?? null) === null && (advance?.dong ?? null) === null && recovered === 0n) return;
  line.amounts.set('disbursed', {
    ...NOTHING,
    dong: (completed?.dong ?? 0n) + (advance?.dong ?? 0n) - recovered,
    derived: true,
  });
}
