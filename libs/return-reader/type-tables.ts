import type { AmountUnit, PlanType, PlanYear } from '@thongvon/kernel';
import { tellColumnQuestions } from './checks/column-questions';
import { yearsOfTitles } from './context/plan-year';
import { type Findings, planTypeChoices } from './findings/findings';
import { mappedOptions } from './header/mapped-headers';
import type { ReadingOptions } from './model/options';
import type { ReturnContext } from './context/return-context';
import type { SurveyedSheet, SurveyedTable } from './header/tables';
import { AmountReader } from './table/amount-reader';
import { identitiesOf } from './table/identities';
import type { ReadyTable } from './table/line-source';
import { planTypeAnswers, type RowContext, titleContext } from './table/row-context';
import { typeTable } from './table/type-table';

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
