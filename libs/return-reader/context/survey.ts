import { formatPlainDate, groupBy, type PlainDate } from '@thongvon/kernel';
import type { SheetModel, WorkbookModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import { findHeaders } from '../header/find-headers';
import { mappedHeaders } from '../header/header-paths';
import { findTables, type SurveyedSheet, type SurveyedTable } from '../header/tables';
import { type ReadingOptions, type SheetRole, withoutDates } from '../model/options';
import { Grid, type Statement, statementsOf, textOf } from '../sheet/grid';
import { daysIn } from '../values/dates';
import { dateStatements, weightiest } from './as-of';
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

/** Looks through all sheets for tables, before anything in them is read. */
export function surveyWorkbook(
  model: WorkbookModel,
  options: ReadingOptions,
  findings: Findings,
): SurveyedSheet[] {
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

/**
 * Tables of another week or month that stayed in the file: the same captions and projects as another table of it, under
 * another date. A hidden one is set aside for the visible one; of visible ones those that aren't of the date that a
 * person has chosen. Reading both would count everything twice. A sheet of which a person has said that it doesn't
 * count, or that another counts instead, is set aside too.
 */
function tablesSetAside(
  sheets: readonly SurveyedSheet[],
  options: ReadingOptions,
  findings: Findings,
): ReadonlySet<SurveyedTable> {
  const placed = sheets.flatMap(({ grid, tables }) =>
    tables.flatMap((table): PlacedTable[] => (table.kind === undefined ? [] : [{ table, grid }])),
  );
  const aside = leftOut(placed, options, findings);
  const dated = placed.filter(({ table }) => !aside.has(table)).map((one) => ({ ...one, ...timesOf(one) }));
  const alike = groupBy(dated, ({ table }) => `${table.kind ?? ''} ${captionsOf(table)}`);
  for (const same of alike.values())
    for (const a of same) {
      const kept = same.find((b) => takesThePlaceOf(b, a, options.asOf) && sharesProjects(a.table, b.table));
      if (!kept) continue;
      aside.add(a.table);
      const dates = a.date === undefined ? (a.week ?? a.day ?? '') : formatPlainDate(a.date);
      findings.add('earlier-ignored', { sheet: a.grid.name }, { dates, other: kept.grid.name });
    }
  return aside;
}

interface PlacedTable {
  readonly table: SurveyedTable;
  readonly grid: SurveyedSheet['grid'];
}

/** Of which time a table is, as far as it says: its date, its week, the last day without a year in its captions. */
interface DatedTable extends PlacedTable {
  readonly date: PlainDate | undefined;
  readonly week: string | undefined;
  readonly day: string | undefined;
}

/** What a person has said doesn't count. */
function leftOut(
  tables: readonly PlacedTable[],
  { sheets: answers = [] }: ReadingOptions,
  findings: Findings,
): Set<SurveyedTable> {
  const roleOf = ({ grid }: PlacedTable): SheetRole | undefined =>
    answers.find(({ sheet }) => sheet === grid.name)?.role;
  const instead = tables.filter((b) => roleOf(b) === 'instead');
  const out = tables.filter((a) => {
    const replaced = instead.some(
      (b) => b.grid !== a.grid && b.table.kind === a.table.kind && sharesProjects(a.table, b.table),
    );
    return roleOf(a) === 'ignored' || (replaced && roleOf(a) === undefined);
  });
  for (const { grid } of out) findings.add('copy-ignored', { sheet: grid.name });
  return new Set(out.map(({ table }) => table));
}

/** A visible table takes the place of a hidden one; of two visible ones that of the date which a person has chosen. */
function takesThePlaceOf(b: DatedTable, a: DatedTable, asOf: PlainDate | undefined): boolean {
  if (a.grid === b.grid || !isOfAnotherTime(a, b)) return false;
  const [aHidden, bHidden] = [a.grid.sheet.hidden, b.grid.sheet.hidden];
  return (aHidden && !bHidden) || (aHidden === bHidden && asOf !== undefined && isOf(b, asOf));
}

function isOfAnotherTime(a: DatedTable, b: DatedTable): boolean {
  const differ = (key: 'date' | 'week' | 'day'): boolean | undefined =>
    a[key] === undefined || b[key] === undefined ? undefined : a[key] !== b[key];
  return differ('date') ?? differ('week') ?? differ('day') ?? false;
}

function isOf({ date, day }: DatedTable, asOf: PlainDate): boolean {
  return date === undefined ? day === asOf.slice(5) : date === asOf;
}

function timesOf({ table: { raw } }: PlacedTable): Omit<DatedTable, keyof PlacedTable> {
  const statements = dateStatements(raw.grid, raw.above, false, undefined);
  const stated = weightiest(statements).map(({ date }) => date);
  const dates = stated.length > 0 ? stated : statements.flatMap(({ suggestion }) => suggestion ?? []);
  const vague = statements.find(({ strength }) => strength === 'vague');
  const days = raw.header.columns.flatMap(({ path }) => path.flatMap(({ text }) => daysIn(text)));
  return {
    date: new Set(dates).size === 1 ? dates[0] : undefined,
    week: vague?.text.replace(/^[\s(]+|[\s)]+$/g, ''),
    day: days
      .map(({ day, month }) => `${pad(month)}-${pad(day)}`)
      .sort()
      .at(-1),
  };
}

const pad = (number: number): string => String(number).padStart(2, '0');

function sharesProjects(a: SurveyedTable, b: SurveyedTable): boolean {
  const names = labelsOf(a);
  const others = labelsOf(b);
  const common = [...names].filter((name) => others.has(name)).length;
  return common > 0 && common * 2 >= Math.min(names.size, others.size);
}

/** The captions but for their dates, whatever their columns: this week's table may have one more. */
function captionsOf({ raw }: SurveyedTable): string {
  const captions = raw.header.columns.map(({ path }) => withoutDates(path.map(({ text }) => text).join('/')));
  return [...new Set(captions.map((caption) => caption.toLowerCase()))].sort().join('|');
}

/** The texts in the columns that name projects. */
function labelsOf({ raw }: SurveyedTable): ReadonlySet<string> {
  const columns = raw.header.columns
    .filter(({ path }) => path.some(({ tags }) => tags.has('name')))
    .map(({ column }) => column);
  const cells = raw.below.flatMap((row) => row.cells.filter((cell) => columns.includes(cell.column)));
  return new Set(cells.map(textOf).filter((text) => text !== ''));
}
