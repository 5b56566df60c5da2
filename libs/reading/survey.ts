import type { WorkbookModel } from '@thongvon/workbooks';
import { chosenKind } from './context/chosen-kind';
import { isInstructions } from './context/instructions';
import { kindOfTable } from './context/kind';
import { statementsOf, type Statement } from './context/statements';
import type { Findings } from './findings';
import { findHeaders } from './header/find-headers';
import { mappedHeaders } from './mapping/mapped-headers';
import { KIND_NAMES } from './messages/names';
import type { ReadingOptions } from './options';
import type { ReturnKind } from './reading';
import { Grid } from './sheet/grid';
import { findTables, type RawTable } from './sheet/tables';

/** A first look at a sheet: its tables and what they seem to be. */
export interface SurveyedSheet {
  readonly grid: Grid;
  readonly instructions: boolean;
  readonly tables: readonly SurveyedTable[];
}

export interface SurveyedTable {
  readonly raw: RawTable;
  readonly statements: readonly Statement[];
  /** Undefined for a table without any figure of a return. */
  readonly kind: ReturnKind | undefined;
}

/** Looks through all sheets for tables, before anything in them is read. */
export function surveyWorkbook(
  model: WorkbookModel,
  options: ReadingOptions,
  findings: Findings,
): SurveyedSheet[] {
  const survey = model.sheets.map((sheet) => {
    const grid = new Grid(sheet);
    const mapped = mappedHeaders(grid, options);
    const raws = findTables(grid, mapped.length > 0 ? mapped : findHeaders(grid));
    const instructions = mapped.length === 0 && isInstructions(sheet.name, sheet.rows);
    if (instructions && raws.length > 0) findings.add('sheet-ignored', { sheet: sheet.name });
    const tables = raws.map((raw) => {
      const { columns, mapping } = raw.header;
      const statements = statementsOf(raw.above);
      const found = (): ReturnKind | undefined =>
        chosenKind(kindOfTable(columns, statements, sheet.name), columns, options.kind);
      return { raw, statements, kind: instructions ? undefined : (mapping?.kind ?? found()) };
    });
    return { grid, instructions, tables };
  });
  askAboutKind(survey, options, findings);
  return survey;
}

/** A return of which no table can be what its sender said it is. */
function askAboutKind(
  survey: readonly SurveyedSheet[],
  { kind: chosen }: ReadingOptions,
  findings: Findings,
): void {
  const tables = survey.flatMap((sheet) => sheet.tables);
  const kinds = [...new Set(tables.flatMap(({ kind }) => kind ?? []))];
  const first = tables.find(({ kind }) => kind !== undefined);
  if (chosen === undefined || !first || kinds.includes(chosen)) return;
  const { grid, header } = first.raw;
  const choices = kinds.map((kind) => {
    const { vi, en } = KIND_NAMES[kind];
    return { value: kind, label: vi, labelEn: en };
  });
  const place = { sheet: grid.name, at: { row: header.top, column: header.columns[0]?.column ?? 0 } };
  findings.add(
    'kind-impossible',
    place,
    { chosen: KIND_NAMES[chosen].vi, chosenEn: KIND_NAMES[chosen].en },
    choices,
  );
}
