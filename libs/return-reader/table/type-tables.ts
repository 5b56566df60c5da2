import type { AmountUnit, PlanType, PlanYear } from '@thongvon/kernel';
import { tellColumnQuestions } from '../checks/column-questions';
import { assignColumns } from '../columns/assign';
import { answeredMeaning, type Assignment, withoutSharedMeanings } from '../columns/assignment';
import { assignClearance } from '../columns/clearance';
import { featuresOf } from '../columns/features';
import { Figures } from '../columns/figures';
import { unitsByRow } from '../columns/units-of-cells';
import { yearsOfTitles } from '../context/plan-year';
import type { ReturnContext } from '../context/return-context';
import { type Findings, planTypeChoices } from '../findings/findings';
import type { RawTable, SurveyedSheet, SurveyedTable } from '../header/tables';
import { mappedOptions } from '../header/header-paths';
import { CHANGE_FIELDS, type Meaning, parseMeaning } from '../model/meaning';
import type { ReadingOptions } from '../model/options';
import type { ReturnKind } from '../model/reading';
import { AmountReader, unitsOfColumns } from './amounts';
import { arrangeRows, type Unarranged } from './arrange-rows';
import { identitiesOf } from './identities';
import type { ReadyTable } from './line-amount';
import { type RowContext, titleContext } from './row-context';
import { textColumns } from './text-columns';
import { planTypeAnswers, readBody, type TypedTable } from './typed-table';

/** Finds out what columns and rows of every table of a known kind are. */
export function typeTables(
  survey: readonly SurveyedSheet[],
  context: ReturnContext,
  options: ReadingOptions,
  findings: Findings,
): ReadyTable[] {
  const all = survey.flatMap(({ tables }) => tables.filter(({ kind }) => kind !== undefined));
  return survey.flatMap((sheet) => {
    let inherited: AmountUnit | undefined;
    return sheet.tables.flatMap((surveyed) => {
      const { raw, kind, statements, shared } = surveyed;
      if (kind === undefined) return [];
      const own = mappedOptions(raw.header, options);
      const { table, unit } = typeTable(raw, {
        kind,
        planYear: context.planYear,
        asOf: context.asOf ?? undefined,
        inheritedUnit: inherited,
        options: own,
        findings,
      });
      inherited = unit;
      const title = titleContext([sheet.grid.name, ...statements.map(({ text }) => text)]);
      tellColumnQuestions(table, own, findings);
      return [
        {
          table,
          unit,
          reader: new AmountReader(table, own, findings),
          identities: identitiesOf(table),
          shared,
          title: titleOfYear(title, surveyed, context.planYear, all, own, findings),
        },
      ];
    });
  });
}

/**
 * The context of a table's title, with the plan type that a person has given it. "GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2022" over
 * one table of a return whose others are of 2023 may be the plan carried over, which must be said.
 */
function titleOfYear(
  title: RowContext,
  { raw, kind, statements }: SurveyedTable,
  planYear: PlanYear | undefined,
  others: readonly SurveyedTable[],
  options: ReadingOptions,
  findings: Findings,
): RowContext {
  const [year, ...more] = yearsOfTitles(statements);
  const isOther = planYear !== undefined && year !== undefined && more.length === 0 && year !== planYear;
  if (!isOther || kind === 'land-clearance' || title.planType !== undefined) return title;
  if (!others.some((other) => yearsOfTitles(other.statements).includes(planYear))) return title;
  const statement = statements.find((one) => yearsOfTitles([one]).length > 0);
  if (!statement) return title;
  const answer = planTypeAnswers(raw.grid.name, [], options).byRow.get(statement.cell.row);
  if (answer) return { ...title, planType: answer };
  const type: PlanType = year < planYear ? 'carried-over' : 'advanced-from-next-year';
  const place = { sheet: raw.grid.name, cell: statement.cell };
  findings.add('plan-type-unclear', place, { year: planYear }, planTypeChoices([type, 'current-year']));
  return title;
}

interface TableContext {
  readonly kind: ReturnKind;
  readonly planYear: PlanYear | undefined;
  readonly asOf: string | undefined;
  readonly inheritedUnit: AmountUnit | undefined;
  readonly options: ReadingOptions;
  readonly findings: Findings;
}

/** Finds out what every column and row of a table is. */
function typeTable(
  raw: RawTable,
  context: TableContext,
): { table: TypedTable; unit: AmountUnit | undefined } {
  const { kind, options, findings } = context;
  const { fields, names, figures: figureColumns, codes } = textColumns(raw, kind, options);
  const isClearance = kind === 'land-clearance';
  const body = readBody(raw.grid, raw.below, {
    ordinal: fields.get('ordinal'),
    names,
    code: fields.get('code'),
    // Where land is cleared a place tells the rows of one project apart, as a source does in other tables.
    source: fields.get('source') ?? (isClearance ? fields.get('location') : undefined),
    planType: fields.get('plan-type'),
    figures: figureColumns,
  });
  const figures = new Figures(
    raw.grid,
    body.rows.map((row) => row.index),
    options,
    isClearance ? undefined : unitsByRow(body.rows),
  );
  const assignment = exclusive(assignmentOf(raw, figureColumns, figures, context));
  const used = figureColumns.filter((column) => isUsed(assignment.meanings.get(column)));
  const amounts = figureColumns.filter((column) => isAmount(assignment.meanings.get(column)));
  const units = unitsOfColumns({ raw, figures }, amounts, context.inheritedUnit, options, findings);
  const table: Unarranged = {
    raw,
    kind,
    planYear: context.planYear,
    texts: fields,
    meanings: new Map([
      ...[...fields].map(([field, column]) => [column, { field }] as const),
      ...assignment.meanings,
    ]),
    assignment,
    units: units.columns,
    figures,
    body,
    planTypeAnswers: planTypeAnswers(raw.grid.name, body.rows, options),
    codes,
  };
  return { table: arrangeRows(table, used, options), unit: units.table };
}

function assignmentOf(
  raw: RawTable,
  columns: readonly number[],
  figures: Figures,
  { kind, planYear, asOf, options }: TableContext,
): Assignment {
  const answered = new Map<number, Meaning>();
  for (const column of columns) {
    const path = raw.header.columns.find((c) => c.column === column)?.path ?? [];
    const answer = answeredMeaning(raw.grid.name, { column, path }, options);
    const meaning = answer === undefined ? undefined : parseMeaning(answer, path.at(-1)?.text);
    if (meaning) answered.set(column, meaning);
  }
  if (kind !== 'land-clearance')
    return assignColumns({
      kind,
      grid: raw.grid,
      header: raw.header,
      columns,
      figures,
      planYear,
      answered,
      asOf,
    });
  const meanings = new Map<number, Meaning>(answered);
  const open = raw.header.columns.filter(({ column }) => columns.includes(column));
  const questions = assignClearance(open, figures, meanings);
  return {
    meanings,
    questions,
    features: featuresOf(raw.header.columns, planYear),
    answered: new Set(answered.keys()),
  };
}

function exclusive(assignment: Assignment): Assignment {
  const checked = withoutSharedMeanings(assignment.meanings);
  return {
    ...assignment,
    meanings: checked.meanings,
    questions: [...assignment.questions, ...checked.questions],
  };
}

function isUsed(meaning: Meaning | undefined): boolean {
  return meaning !== undefined && meaning.field !== 'ignored' && meaning.field !== 'rate';
}

function isAmount(meaning: Meaning | undefined): boolean {
  return (
    meaning !== undefined &&
    ('planType' in meaning ||
      meaning.field === 'compensation' ||
      meaning.field === 'compensated' ||
      CHANGE_FIELDS.some((field) => field === meaning.field))
  );
}
