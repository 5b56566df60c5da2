import type { PlanType, PlanYear } from '@thongvon/kernel';
import { yearsOfTitles } from '../context/plan-year';
import type { Findings } from '../findings';
import { planTypeChoices } from '../messages/names';
import type { ReadingOptions } from '../options';
import type { SurveyedTable } from '../surveyed';
import { planTypeAnswers } from './plan-type-answers';
import type { RowContext } from './row-context';

/**
 * The context of a table's title, with the plan type that a person has given it. "GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2022" over
 * one table of a return whose others are of 2023 may be the plan carried over, which must be said.
 */
export function titleOfYear(
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
