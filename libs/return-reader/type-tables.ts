import type { AmountUnit } from '@thongvon/kernel';
import { tellColumnQuestions } from './checks/column-questions';
import type { Findings } from './findings';
import { mappedOptions } from './mapping/mapped-options';
import type { ReadingOptions } from './options';
import type { ReturnContext } from './return-context';
import type { SurveyedSheet } from './surveyed';
import { AmountReader } from './table/amount-reader';
import { identitiesOf, type Identity } from './table/identities';
import { titleContext, type RowContext } from './table/row-context';
import { titleOfYear } from './table/title-of-year';
import { typeTable } from './table/type-table';
import type { TypedTable } from './table/typed-table';

/** A table ready to be read into its part of the reading. */
export interface ReadyTable {
  readonly table: TypedTable;
  readonly unit: AmountUnit | undefined;
  readonly reader: AmountReader;
  readonly identities: readonly Identity[];
  readonly title: RowContext;
  /** The same table is read as a return of another kind too. */
  readonly shared: boolean;
}

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
