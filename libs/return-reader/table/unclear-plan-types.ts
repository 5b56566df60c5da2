import type { PlanType } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { isTotalLabel } from '../rows/labels';
import type { OutlineNode } from '../rows/outline';
import { PLAN_TYPE_ROLES } from '../model/options';
import { yearsIn } from '../values/dates';
import { planTypeIn, yearOfPlanLabel } from '../values/plan-type-text';
import { knownSource } from '../vocabulary/sources';
import type { TypedTable } from './typed-table';

/** A heading, line or cell whose plan type nothing tells, and the rows that it speaks of. */
export interface UnclearPlanType {
  readonly cell: CellModel | undefined;
  readonly choices: readonly PlanType[];
  readonly rows: readonly number[];
}

const KNOWN = new WeakMap<TypedTable, Unclear>();

interface Unclear {
  readonly named: readonly UnclearPlanType[];
  readonly rows: ReadonlySet<number>;
}

/**
 * Headings and lines that name the plan of another year without saying that it was carried over, "VỐN NĂM 2025" in a
 * return of 2026, and what stands in the column of plan types without naming one, "01". A person must say.
 */
export function unclearPlanTypes(table: TypedTable): readonly UnclearPlanType[] {
  return unclearIn(table).named;
}

/** The rows of which it is asked what plan type they are. */
export function rowsOfUnclearType(table: TypedTable): ReadonlySet<number> {
  return unclearIn(table).rows;
}

function unclearIn(table: TypedTable): Unclear {
  const known = KNOWN.get(table);
  if (known) return known;
  const named = findUnclear(table);
  const unclear = { named, rows: new Set(named.flatMap(({ rows }) => rows)) };
  KNOWN.set(table, unclear);
  return unclear;
}

function findUnclear(table: TypedTable): readonly UnclearPlanType[] {
  if (table.kind === 'land-clearance' || table.planYear === undefined) return [];
  return [...unclearLabels(table, table.planYear), ...unclearCells(table, table.planYear)];
}

function unclearLabels(
  { outline, planTypeAnswers: { byRow } }: TypedTable,
  planYear: number,
): UnclearPlanType[] {
  return outline.nodes.flatMap((node) => {
    const { row } = node;
    const year = row.codeCell ? undefined : yearOfPlanLabel(row.label);
    if (year === undefined || year === planYear || byRow.has(row.index)) return [];
    const other: PlanType = year < planYear ? 'carried-over' : 'advanced-from-next-year';
    return [{ cell: row.labelCell, choices: [other, 'current-year'], rows: rowsOf(node) }];
  });
}

function rowsOf({ row, continuations, children }: OutlineNode): number[] {
  return [row.index, ...continuations.map(({ index }) => index), ...children.flatMap(rowsOf)];
}

function unclearCells(
  { raw, texts, body, planTypeAnswers: { byText } }: TypedTable,
  planYear: number,
): UnclearPlanType[] {
  const column = texts.get('plan-type');
  if (column === undefined) return [];
  const rowsOfText = new Map<string, number[]>();
  for (const { planType, index } of body.rows)
    rowsOfText.set(planType, [...(rowsOfText.get(planType) ?? []), index]);
  return [...rowsOfText].flatMap(([text, rows]) => {
    const says =
      text === '' ||
      byText.has(text) ||
      isTotalLabel(text) ||
      knownSource(text) !== undefined ||
      planTypeIn(text) !== undefined;
    if (says || yearsIn(text).join() === String(planYear)) return [];
    return [{ cell: raw.grid.seen(rows[0] ?? 0, column), choices: PLAN_TYPE_ROLES, rows }];
  });
}
