import { type Dong, formatDong, groupBy, type PlanType, sumDong } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { signOfRecovered } from '../columns/recovery';
import type { LineField } from '../model/reading';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import type { Source } from '../vocabulary/sources';
import {
  beneathFilled,
  type LineAmount,
  type LineSource,
  NOTHING,
  readCell,
  remainder,
  type SlotBefore,
  type SlotOfTable,
  withChanges,
} from './line-amount';
import { firstOf, otherPlanOf, withoutOtherTypes } from './plans-together';
import { rowContext, type RowContext, yearOfPlanCell } from './row-context';
import { columnsOf, slotsOf, type Slot, type TypedTable } from './typed-table';

/** The amounts of one project, plan type and source, from one row. */
export interface Line {
  readonly planType: PlanType;
  readonly source: Source | undefined;
  readonly row: TableRow;
  /** The year of its plan, where a column names it: plans of two earlier years are both carried over, and no repetition. */
  readonly planOf?: number | undefined;
  readonly amounts: Map<LineField, LineAmount>;
  /** What was recovered of the advances, where the table shows them before it: positive. */
  recovered?: LineAmount;
  /** What was given back to the budget, where the table has no column of what was disbursed. */
  returned?: readonly LineAmount[];
}

/**
 * The lines of one project. Where the plan has columns by source and disbursement has none, the plan stands in lines
 * per source and disbursement in one line `unspecified`: never split by guess, and the sums per project stay right.
 */
export function linesOf(project: ProjectRows, input: LineSource): Line[] {
  const lines: Line[] = [];
  for (const row of rowsOf(project)) {
    const context = rowContext(project, row, input.title, input.table);
    for (const slot of input.slots) addSlot(lines, slot, row, context, project, input);
    const returned = returnedIn(row, project, input);
    if (returned.length > 0)
      lineAt(lines, context.planType ?? 'current-year', context.source, row, input.table).returned = returned;
  }
  for (const line of lines) {
    if (line.recovered) takeRecovered(line, line.recovered, input);
    deriveDisbursed(line, input);
    stopWhereMoreReturned(line, input);
  }
  return (project.adds ? addedUp(lines) : lines).filter(saysSomething);
}

/** One line of each plan type and source, of rows that are added up. */
function addedUp(lines: readonly Line[]): Line[] {
  const sums = groupBy(lines, ({ planType, source, planOf }) => [planType, source?.code, planOf].join('|'));
  return [...sums.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    for (const { amounts } of more)
      for (const [field, amount] of amounts)
        first.amounts.set(field, sumOf(first.amounts.get(field), amount));
    return [first];
  });
}

function sumOf(sum: LineAmount | undefined, amount: LineAmount): LineAmount {
  if (!sum) return amount;
  return {
    ...sum,
    dong: sumDong([sum.dong, amount.dong]),
    cell: sum.cell ?? amount.cell,
    derived: sum.derived || amount.derived,
    notApplicable: sum.notApplicable && amount.notApplicable,
    unreadable: sum.unreadable || amount.unreadable,
  };
}

/** What one row says that the plan was just before its decision. */
export interface PlanBeforeOfRow {
  readonly planType: PlanType;
  readonly source: Source | undefined;
  readonly row: TableRow;
  readonly dong: Dong;
  readonly cell: CellModel;
  /** By how much the digits that the cell doesn't show may differ. */
  readonly rounding: Dong;
  /** The whole over the sources beside it in its row, or one of them; undefined: it stands alone. */
  readonly split: 'whole' | 'part' | undefined;
}

/** What a project's rows say of its plan just before the decision, a total above its parts left out. */
export function plansBeforeOf(
  project: ProjectRows,
  slots: readonly SlotBefore[],
  { table, reader, title }: Pick<LineSource, 'table' | 'reader' | 'title'>,
): PlanBeforeOfRow[] {
  return rowsOf(project).flatMap((row) => {
    const context = rowContext(project, row, title, table);
    const said = slots.flatMap(({ column, beside, ...slot }) => {
      if (project.split && row === project.own && beneathFilled(project, column, table)) return [];
      const { dong, cell, rounding } = reader.glance(row.index, column, beside);
      if (dong === null || cell === undefined) return [];
      return [{ ...slot, dong, cell, rounding }];
    });
    return said.map(({ planType: ofColumn, source, ...amount }) => {
      const planType = ofColumn === 'current-year' ? (context.planType ?? ofColumn) : ofColumn;
      const split = said.some((other) => other.planType === ofColumn && !other.source !== !source)
        ? source
          ? ('part' as const)
          : ('whole' as const)
        : undefined;
      return { ...amount, planType, source: source ?? context.source, row, split };
    });
  });
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
  const total = slot.total === undefined ? undefined : withChanges(read(slot.total), slot, read);
  const spread = slot.planType === 'all' ? otherPlanOf(slot, row, input) : undefined;
  const planType = spread?.whole ? spread.planType : typeOf(slot, context);
  const put = (source: Source | undefined, amount: LineAmount): void => {
    const line = lineAt(lines, planType, source, row, input.table);
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
    const first = spread && !spread.whole ? firstOf(total, spread.planned) : undefined;
    if (spread && first) {
      const { field } = slot;
      if (field !== 'recovered')
        lineAt(lines, spread.planType, context.source, row, input.table).amounts.set(field, first.spent);
    }
    const amount = first
      ? first.left
      : spread?.whole
        ? total
        : slot.planType === 'all'
          ? withoutOtherTypes(total, slot, row, project, input)
          : total;
    put(sourceOfTotal(slot, row, context, project, input), partsFilled ? remainder(amount, parts) : amount);
  }
}

/** Amounts of columns "Nộp giảm chi", next to payments that make no total of their own. */
function returnedIn(row: TableRow, project: ProjectRows, input: LineSource): LineAmount[] {
  if (slotsOf(input.table, 'disbursed').length > 0) return [];
  return columnsOf(input.table, ({ field }) => field === 'disbursed-decrease')
    .map((column) => readCell(column, row, project, input))
    .filter(({ dong, unreadable }) => dong !== null || unreadable);
}

/** Nothing is given back that wasn't disbursed. */
function stopWhereMoreReturned({ amounts, row }: Line, { table, findings, reader }: LineSource): void {
  const dong = amounts.get('disbursed')?.dong ?? 0n;
  if (dong >= 0n) return;
  const [column] = columnsOf(table, ({ field }) => field === 'disbursed-decrease');
  if (column === undefined) return;
  findings.add(
    'returned-more',
    { sheet: reader.sheet, cell: table.raw.grid.cell(row.index, column), at: { row: row.index, column } },
    { left: formatDong(dong) },
  );
}

function typeOf(slot: Slot, context: RowContext): PlanType {
  if (slot.planType !== 'all' && slot.planType !== 'current-year') return slot.planType;
  return context.planType ?? 'current-year';
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

function lineAt(
  lines: Line[],
  planType: PlanType,
  source: Source | undefined,
  row: TableRow,
  table: TypedTable,
): Line {
  const found = lines.find(
    (line) => line.row === row && line.planType === planType && line.source?.code === source?.code,
  );
  if (found) return found;
  const line: Line = {
    planType,
    source,
    row,
    planOf: yearOfPlanCell(row.planType, table),
    amounts: new Map(),
  };
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
  const { returned = [] } = line;
  // A sum of which a part can't be read can't be either: that is no silence (ADR 0232).
  if ([completed, advance, line.recovered, ...returned].some((part) => part?.unreadable)) {
    line.amounts.set('disbursed', { ...stated, unreadable: true });
    return;
  }
  // Of advances that stand in other lines or nowhere, what was recovered is taken off here.
  const recovered = advance || slotsOf(table, 'disbursed').length > 0 ? 0n : (line.recovered?.dong ?? 0n);
  if ((completed?.dong ?? null) === null && (advance?.dong ?? null) === null && recovered === 0n) return;
  const back = returned.reduce((sum, { dong }) => sum + absolute(dong ?? 0n), 0n);
  line.amounts.set('disbursed', {
    ...NOTHING,
    dong: (completed?.dong ?? 0n) + (advance?.dong ?? 0n) - recovered - back,
    derived: true,
  });
}

const absolute = (dong: bigint): bigint => (dong < 0n ? -dong : dong);
