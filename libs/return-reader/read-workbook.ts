import { addTo, type AmountUnit, dongOf, type PlanType, rateOf, sumDong } from '@thongvon/kernel';
import type { WorkbookModel } from '@thongvon/workbook-io';
import { findSummaries, reportOtherTables } from './checks/other-tables';
import { askAboutSumsAcrossTables } from './checks/sums';
import { checkTable, type UnitsAsked } from './checks/table';
import { checkUnitMagnitude } from './checks/unit-magnitude';
import { applyCorrections } from './corrections/apply-corrections';
import { decideAsOf } from './context/decide-as-of';
import { askAboutYear, contextOfReturn, type ReturnContext } from './context/return-context';
import { askAboutSender } from './context/sender';
import { surveyWorkbook } from './context/survey';
import { evidenceOf } from './evidence/assemble';
import { decideJointly } from './evidence/decide';
import type { ReadOutcome } from './evidence/outcome';
import { countRemainders } from './evidence/remainders';
import { acceptFindings } from './findings/catalogue';
import { capFindings, Findings } from './findings/findings';
import type { SurveyedSheet } from './header/tables';
import { AmountProjects, textOfDong } from './kinds/amount-projects';
import { decideDecision, PlanAllocations } from './kinds/capital-plan';
import { ClearanceRows } from './kinds/land-clearance';
import { toUnicode } from './legacy-text/to-unicode';
import { formatMeaning } from './model/meaning';
import type { ReadingOptions } from './model/options';
import {
  type CellRef,
  type ProjectReading,
  type Reading,
  RETURN_KINDS,
  type SheetReading,
  type TotalReading,
} from './model/reading';
import { columnLetters } from './sheet/grid';
import type { ReadyTable } from './table/line-amount';
import { typeTables } from './table/type-tables';
import { underWords } from './vocabulary/phrase-book';

/**
 * Reads a return: finds its tables, what their columns and rows mean, and every amount with its cell. Never guesses
 * silently: what can be understood in two ways, and is settled by nothing else in the file, is a question among the findings;
 * a mistake is an error at its cell. What was declared to be right for a cell is read as if it stood there. What was decided stands in its evidence. Pure, and linear in the cells of
 * the workbook.
 */
export function readWorkbook(given: WorkbookModel, options: ReadingOptions = {}): Reading {
  return underWords(options.words ?? [], () => {
    const { model, corrections } = applyCorrections(given, options.corrections ?? []);
    const joint = decideJointly(read(model, options), cellsOf(model), options, (taken) => read(model, taken));
    return {
      ...joint.outcome.reading,
      findings: capFindings(joint.findings),
      evidence: evidenceOf(joint, options),
      ...(corrections.length === 0 ? {} : { corrections }),
    };
  });
}

function read(given: WorkbookModel, options: ReadingOptions): ReadOutcome {
  const findings = new Findings();
  const model = toUnicode(given, findings);
  const survey = surveyWorkbook(model, options, findings);
  for (const sheet of survey) reportOtherTables(sheet, findings);
  const context = contextOfReturn(survey, model, options);
  askAboutSender(survey, options, findings);
  const tables = typeTables(survey, context, options, findings);
  const { reading, counted } = assemble(survey, context, tables, model, options, findings);
  return {
    reading: { ...reading, findings: acceptFindings(findings.list, options) },
    survey,
    context,
    found: tables,
    tables: counted,
    tally: findings.tally,
  };
}

function cellsOf({ sheets }: WorkbookModel): number {
  return sheets.reduce((sum, { rows }) => rows.reduce((cells, row) => cells + row.cells.length, sum), 0);
}

/** Puts the reading together from its tables, and checks what only the whole can tell. */
function assemble(
  survey: readonly SurveyedSheet[],
  context: ReturnContext,
  found: readonly ReadyTable[],
  model: WorkbookModel,
  options: ReadingOptions,
  findings: Findings,
): { reading: Reading; counted: readonly ReadyTable[] } {
  const tables = withoutSummaries(found, findings);
  const kinds = RETURN_KINDS.filter((kind) => tables.some(({ table }) => table.kind === kind));
  if (kinds.length === 0) findings.add('no-table', {});
  if (model.hasMacros) findings.add('macros', {});
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
    addTo(units, table.raw.grid.name, checkTable(ready, options, findings));
    countRemainders(table, findings);
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
  if (kinds.length > 0) askAboutYear(context, findings);
  const decision = kinds.includes('plan') ? decideDecision(survey, tables, options, findings) : null;
  const lines: PlannedAndDisbursed[] = kinds.includes(basis)
    ? readings.flatMap((project) => project.lines)
    : plans.readings.map((allocation) => ({ ...allocation, disbursed: null }));
  const isOfProjects = kinds.includes(basis);
  const unreadOf = (planType: PlanType): number =>
    isOfProjects
      ? readings.filter((project) => isUnread(project, planType)).length
      : plans.unreadOf(planType);
  const reading: Reading = {
    kinds,
    asOf,
    planYear: context.planYear ?? null,
    coverage: options.coverage ?? (decision?.mode === 'adjustment' ? 'partial' : 'full'),
    decision: decision?.reading ?? null,
    sheets: sheetReadings(survey, found, tables),
    total: totalOf(lines, 'current-year', unreadOf),
    byPlanType: byPlanType(lines, unreadOf),
    projects: readings,
    allocations: plans.readings,
    landClearance: clearance.readings,
    findings: [],
  };
  return { reading, counted: tables };
}

interface PlannedAndDisbursed {
  readonly planType: PlanType;
  readonly planned: string | null;
  readonly disbursed: string | null;
}

/** Whether a cell that would enter the total of a plan type isn't settled: one of its own column, not of columns that it doesn't come from. */
function isUnread({ lines }: ProjectReading, planType: PlanType): boolean {
  return lines.some(
    (line) =>
      line.planType === planType &&
      line.unread?.some((field) => field === 'planned' || field === 'disbursed'),
  );
}

type CountOf = (planType: PlanType) => number;

function totalOf(lines: readonly PlannedAndDisbursed[], planType: PlanType, unreadOf: CountOf): TotalReading {
  const counted = lines.filter((line) => line.planType === planType);
  const planned = sumDong(counted.map((line) => dongOf(line.planned)));
  const disbursed = sumDong(counted.map((line) => dongOf(line.disbursed)));
  const unread = unreadOf(planType);
  return {
    planned: textOfDong(planned),
    disbursed: textOfDong(disbursed),
    rate: rateOf(disbursed, planned),
    denominator: 'current-year-plan',
    ...(unread > 0 && { unread }),
  };
}

function byPlanType(lines: readonly PlannedAndDisbursed[], unreadOf: CountOf): Reading['byPlanType'] {
  const result: Reading['byPlanType'] = {};
  for (const type of ['carried-over', 'advanced-from-next-year', 'advanced-last-year'] as const)
    if (lines.some((line) => line.planType === type)) result[type] = totalOf(lines, type, unreadOf);
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
