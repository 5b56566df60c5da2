import type { SheetModel, WorkbookModel } from '@thongvon/workbook-io';
import { acceptFindings } from './findings/catalogue';
import { assemble } from './assemble';
import { capFindings, Findings } from './findings/findings';
import { reportOtherTables } from './checks/other-tables';
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
} from './context/kind';
import { tablesSetAside } from './context/set-aside';
import { Grid, type Statement, statementsOf } from './sheet/grid';
import { type ReadOutcome, withEffects } from './effects';
import { findHeaders } from './header/find-headers';
import { toUnicode } from './legacy-text/to-unicode';
import { mappedHeaders } from './header/header-paths';
import type { ReadingOptions } from './model/options';
import type { Reading } from './model/reading';
import { contextOfReturn } from './context/return-context';
import { askAboutSender } from './context/sender';
import { findTables, type SurveyedSheet, type SurveyedTable } from './header/tables';
import { typeTables } from './table/type-tables';
import { underWords } from './vocabulary/phrase-book';

/**
 * Reads a return: finds its tables, what their columns and rows mean, and every amount with its cell. Never guesses
 * silently: what can be understood in two ways is a question among the findings, and a mistake is an error at its
 * cell. Pure, and linear in the cells of the workbook.
 */
export function readWorkbook(given: WorkbookModel, options: ReadingOptions = {}): Reading {
  return underWords(options.words ?? [], () => {
    const outcome = read(given, options);
    const findings = withEffects(outcome, cellsOf(given), options, (taken) => read(given, taken));
    return { ...outcome.reading, findings: capFindings(findings) };
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
  const reading = assemble(survey, context, tables, model, options, findings);
  return { reading: { ...reading, findings: acceptFindings(findings.list, options) }, tables };
}

function cellsOf({ sheets }: WorkbookModel): number {
  return sheets.reduce((sum, { rows }) => rows.reduce((cells, row) => cells + row.cells.length, sum), 0);
}

/** Looks through all sheets for tables, before anything in them is read. */
function surveyWorkbook(model: WorkbookModel, options: ReadingOptions, findings: Findings): SurveyedSheet[] {
  const sheets = model.sheets.map((sheet) => surveySheet(sheet, options, findings));
  const chosen = followsChoice(sheets, options.kind);
  const aside = tablesSetAside(sheets, options, findings);
  tellAboutKind(sheets, options, findings);
  return sheets.map((sheet) => ({
    ...sheet,
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
