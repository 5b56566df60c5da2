import type { SheetModel, WorkbookModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import { findHeaders } from '../header/find-headers';
import { mappedHeaders } from '../header/header-paths';
import { findTables, type SurveyedSheet, type SurveyedTable } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import { Grid, type Statement, statementsOf } from '../sheet/grid';
import {
  askAboutMixed,
  askAboutSubject,
  followsChoice,
  isInstructions,
  kindOfTable,
  mayBeCompensation,
  otherSubject,
  tellAboutKind,
  viewsOfMixed,
} from './kind';
import { tablesSetAside } from './set-aside';

/** Looks through all sheets for tables, before anything in them is read. */
export function surveyWorkbook(
  model: WorkbookModel,
  options: ReadingOptions,
  findings: Findings,
): SurveyedSheet[] {
  const sheets = model.sheets.map((sheet) => surveySheet(sheet, options, findings));
  const chosen = followsChoice(sheets, options.kind);
  const { tables: aside, latest } = tablesSetAside(sheets, options, findings);
  tellAboutKind(sheets, options, findings);
  return sheets.map((sheet) => ({
    ...sheet,
    ...(latest ? { latest } : {}),
    tables: sheet.tables.map((table) => ({
      ...table,
      kind: aside.has(table) ? undefined : chosen(table),
    })),
  }));
}

function surveySheet(model: SheetModel, options: ReadingOptions, findings: Findings): SurveyedSheet {
  const grid = new Grid(model);
  const mapped = mappedHeaders(grid, options);
  const raws = findTables(grid, mapped.length > 0 ? mapped : findHeaders(grid));
  const instructions = mapped.length === 0 && isInstructions(model.name, model.rows);
  if (instructions && raws.length > 0) findings.add('sheet-ignored', { sheet: model.name });
  const titles = raws[0] ? statementsOf(raws[0].above) : [];
  const tables = raws.flatMap((raw): SurveyedTable[] => {
    const table = { raw, statements: statementsOf(raw.above), shared: false };
    if (instructions) return [{ ...table, kind: undefined }];
    if (raw.header.mapping) return [{ ...table, kind: raw.header.mapping.kind }];
    return asReturns(table, titles, options, findings);
  });
  return { grid, instructions, tables };
}

function asReturns(
  table: Omit<SurveyedTable, 'kind'>,
  titles: readonly Statement[],
  options: ReadingOptions,
  findings: Findings,
): SurveyedTable[] {
  const { raw, statements } = table;
  const { columns } = raw.header;
  const sheet = raw.grid.name;
  const other = otherSubject(columns, statements);
  if (other === 'yes') {
    findings.add('subject-ignored', { sheet });
    return [{ ...table, kind: undefined }];
  }
  if (other === 'unclear' && !options.sheets?.some((answer) => answer.sheet === sheet))
    askAboutSubject(raw, findings);
  const kind = kindOfTable(columns, statements, sheet, titles);
  const views = viewsOfMixed(columns, kind);
  if (!views || options.kind === 'land-clearance') return [{ ...table, kind }];
  if (options.kind === undefined && mayBeCompensation(columns, [...titles, ...statements]))
    askAboutMixed(raw, findings);
  return views.map(({ columns: own, ...view }) => ({
    ...table,
    ...view,
    raw: { ...raw, header: { ...raw.header, columns: own } },
  }));
}
