import type { PlanType } from '@thongvon/kernel';
import { PLAN_TYPE_ROLES, type ReadingOptions } from '../options';
import type { TableRow } from '../rows/table-row';

/** What a person has said of the plan type of headings and lines, by row, and of cells of the column, by their text. */
export interface PlanTypeAnswers {
  readonly byRow: ReadonlyMap<number, PlanType>;
  readonly byText: ReadonlyMap<string, PlanType>;
}

/** The answers of a sheet as they hold for the rows of one of its tables. */
export function planTypeAnswers(
  sheet: string,
  rows: readonly TableRow[],
  { rows: answers = [] }: ReadingOptions,
): PlanTypeAnswers {
  const byRow = new Map<number, PlanType>();
  for (const { sheet: of, row, role } of answers) {
    const planType = PLAN_TYPE_ROLES.find((known) => known === role);
    if (of === sheet && planType) byRow.set(row - 1, planType);
  }
  const texts = rows.flatMap(({ index, planType }) => {
    const answer = byRow.get(index);
    return answer && planType !== '' ? [[planType, answer] as const] : [];
  });
  return { byRow, byText: new Map(texts) };
}
