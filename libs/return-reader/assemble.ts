import { type AmountUnit, type Dong, formatRate, type PlanType } from '@thongvon/kernel';
import type { WorkbookModel } from '@thongvon/workbook-io';
import { findSummaries } from './checks/other-tables';
import { askAboutSumsAcrossTables } from './checks/sums';
import { checkTable, type UnitsAsked } from './checks/table';
import { checkUnitMagnitude } from './checks/unit-magnitude';
import { formatMeaning } from './model/meaning';
import { decideAsOf } from './context/decide-as-of';
import { decideDecision } from './context/decision';
import type { YearWitness } from './context/plan-year';
import type { Findings } from './findings/findings';
import { AmountProjects, textOfDong } from './kinds/amount-projects';
import { ClearanceRows } from './kinds/clearance-rows';
import { PlanAllocations } from './kinds/plan-allocations';
import type { ReadingOptions } from './model/options';
import {
  type CellRef,
  type Reading,
  RETURN_KINDS,
  type SheetReading,
  type TotalReading,
} from './model/reading';
import type { ReturnContext } from './context/return-context';
import { columnLetters } from './sheet/grid';
import type { SurveyedSheet } from './header/tables';
import type { ReadyTable } from './table/line-source';

/** Puts the reading together from its tables, and checks what only the whole can tell. */
export function assemble(
  survey: readonly SurveyedSheet[],
  context: ReturnContext,
  found: readonly ReadyTable[],
  model: WorkbookModel,
  options: ReadingOptions,
  findings: Findings,
): Reading {
  const tables = withoutSummaries(found, findings);
  const kinds = RETURN_KINDS.filter((kind) => tables.some(({ table }) => table.kind === kind));
  if (kinds.length === 0) findings.add('no-table', {});
  const basis = kinds.includes('disbursement') ? 'disbursement' : 'treasury';

  const projects = new AmountProjects(findings);
  const plans = new PlanAllocations(findings);
  const clearance = new ClearanceRows(model.date1904, findings);
  const units = new Map<string, UnitsAsked[]>();
  const isAsked = (sheet: string, row: number): boolean =>
    units.get(sheet)?.some((asked) => asked.ofRow(row)) ?? false;
  for (const ready of tables) {
    const { table } = ready;
    if (table.kind === basis) projects.addTable(ready);
    if (table.kind === 'plan') plans.addTable(ready);
    if (table.kind === 'land-clearance') clearance.addTable(ready);
    units.set(table.raw.grid.name, [
      ...(units.get(table.raw.grid.name) ?? []),
      checkTable(ready, options, findings),
    ]);
  }
  askAboutSumsAcrossTables(
    tables.map(({ table }) => table),
    options,
    findings,
  );
  projects.tellRepeated();
  plans.tellRepeated();
  clearance.tellRepeated();
  const readings = projects.readings();
  const isOpen = ({ cell }: { readonly cell: CellRef }): boolean =>
    isAsked(cell.sheet, Number(/\d+$/.exec(cell.cell)?.[0]) - 1);
  const doubted = checkUnitMagnitude(
    tables.filter(({ table }) => !units.get(table.raw.grid.name)?.some(({ ofColumn }) => ofColumn)),
    readings.filter((project) => !isOpen(project)),
    plans.readings.filter((allocation) => !isOpen(allocation)),
    clearance.readings,
    options,
    findings,
  );
  projects.checkOverPlan((sheet, row) => doubted.has(sheet) || isAsked(sheet, row));

  const asOf = kinds.some((kind) => kind !== 'plan') ? decideAsOf(context, tables, options, findings) : null;
  if (context.planYear === undefined && kinds.length > 0)
    findings.add(
      context.yearsNamedBy ? 'years-differ' : 'year-unknown',
      {},
      { years: context.yearCandidates.join(', ') || '?', named: namedYears(context) },
      yearChoices(context),
    );
  const decision = kinds.includes('plan') ? decideDecision(survey, tables, options, findings) : null;
  const lines: PlannedAndDisbursed[] = kinds.includes(basis)
    ? readings.flatMap((project) => project.lines)
    : plans.readings.map((allocation) => ({ ...allocation, disbursed: null }));
  return {
    kinds,
    asOf,
    planYear: context.planYear ?? null,
    coverage: options.coverage ?? (decision?.mode === 'adjustment' ? 'partial' : 'full'),
    decision: decision?.reading ?? null,
    sheets: sheetReadings(survey, found, tables),
    total: totalOf(lines, 'current-year'),
    byPlanType: byPlanType(lines),
    projects: readings,
    allocations: plans.readings,
    landClearance: clearance.readings,
    findings: [],
  };
}

interface PlannedAndDisbursed {
  readonly planType: PlanType;
  readonly planned: string | null;
  readonly disbursed: string | null;
}

function totalOf(lines: readonly PlannedAndDisbursed[], planType: PlanType): TotalReading {
  const sum = (field: 'planned' | 'disbursed'): Dong | null =>
    lines
      .filter((line) => line.planType === planType)
      .reduce<Dong | null>(
        (total, line) => (line[field] === null ? total : (total ?? 0n) + BigInt(line[field])),
        null,
      );
  const planned = sum('planned');
  const disbursed = sum('disbursed');
  const rate = planned === null || disbursed === null ? null : formatRate(disbursed, planned);
  return {
    planned: textOfDong(planned),
    disbursed: textOfDong(disbursed),
    rate,
    denominator: 'current-year-plan',
  };
}

function byPlanType(lines: readonly PlannedAndDisbursed[]): Reading['byPlanType'] {
  const result: Reading['byPlanType'] = {};
  for (const type of ['carried-over', 'advanced-from-next-year', 'advanced-last-year'] as const)
    if (lines.some((line) => line.planType === type)) result[type] = totalOf(lines, type);
  return result;
}

function withoutSummaries(found: readonly ReadyTable[], findings: Findings): readonly ReadyTable[] {
  const summaries = findSummaries(found);
  for (const [summary, detail] of summaries)
    findings.add(
      'summary-ignored',
      { sheet: summary.table.raw.grid.name },
      { detail: detail.table.raw.grid.name },
    );
  return found.filter((ready) => !summaries.has(ready));
}

const WITNESSES: Readonly<Record<YearWitness, { vi: string; en: string }>> = {
  title: { vi: 'tiêu đề', en: 'the title' },
  captions: { vi: 'tên cột kế hoạch', en: 'the captions of the plan' },
  sheet: { vi: 'tên trang', en: 'the name of the sheet' },
  date: { vi: 'ngày số liệu', en: 'the day of the figures' },
  decision: { vi: 'ngày quyết định', en: 'the day of the decision' },
  signature: { vi: 'dòng ngày ký', en: 'the line of the signature' },
};

function namedYears({ yearsNamedBy }: ReturnContext): string {
  return [...(yearsNamedBy ?? [])]
    .map(([year, by]) => `${by.map((witness) => WITNESSES[witness].vi).join(', ')}: ${year}`)
    .join('; ');
}

function yearChoices({
  yearCandidates,
  yearsNamedBy,
}: ReturnContext): { value: string; label: string; labelEn: string }[] {
  return yearCandidates.map((year) => ({
    value: String(year),
    label: `Năm ${year}${saidBy(yearsNamedBy?.get(year), 'vi')}`,
    labelEn: `Year ${year}${saidBy(yearsNamedBy?.get(year), 'en')}`,
  }));
}

function saidBy(witnesses: readonly YearWitness[] | undefined, language: 'vi' | 'en'): string {
  if (!witnesses) return '';
  const names = witnesses.map((witness) => WITNESSES[witness][language]).join(', ');
  return language === 'vi' ? ` (theo ${names})` : ` (by ${names})`;
}

/** What every sheet was taken for, so that a person can see how the return was understood. */
function sheetReadings(
  survey: readonly SurveyedSheet[],
  found: readonly ReadyTable[],
  used: readonly ReadyTable[],
): SheetReading[] {
  return survey.flatMap(({ grid, tables }): SheetReading[] => {
    const own = found.filter(({ table }) => table.raw.grid === grid);
    if (own.length === 0) {
      const role = tables.length > 0 ? 'ignored' : 'cover';
      return [{ name: grid.name, role, unit: null, headerRows: [], columns: [] }];
    }
    return own.map((ready) => ({
      name: grid.name,
      role: used.includes(ready) ? ready.table.kind : 'ignored',
      unit: unitOf(ready),
      headerRows: range(ready.table.raw.header.top + 1, ready.table.raw.header.bottom + 1),
      columns: ready.table.raw.header.columns.map(({ column, path }) => {
        const meaning = ready.table.meanings.get(column);
        return {
          column: columnLetters(column),
          path: path.map((caption) => caption.text),
          meaning: meaning ? formatMeaning(meaning) : 'ignored',
        };
      }),
    }));
  });
}

/** The unit above the table, or that of its captions where they agree. */
function unitOf({ unit, table }: ReadyTable): AmountUnit | null {
  const units = new Set([...table.units.values()].filter((u) => u !== undefined));
  const [only] = units;
  return units.size === 1 ? (only ?? null) : (unit ?? null);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
