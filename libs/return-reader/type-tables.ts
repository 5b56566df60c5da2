import type { AmountUnit } from '@thongvon/kernel';
import { tellColumnQuestions } from './checks/column-questions';
import type { Findings } from './findings';
import { mappedOptions } from './mapping/mapped-options';
import type { ReadingOptions } from './options';
import type { ReturnContext } from './return-context';
import type { SurveyedSheet } from './surveyed';
import { AmountReader } from './table/amount-reader';
import { identitiesOf } from './table/identities';
import type { ReadyTable } from './table/line-source';
import { titleContext } from './table/row-context';
import { titleOfYear } from './table/title-of-year';
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
