import { addDays, formatPlainDate, groupBy, type PlainDate, plainDateOf } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { Choice, Findings } from '../findings/findings';
import type { SurveyedSheet, SurveyedTable } from '../header/tables';
import { type ReadingOptions, type SheetRole, withoutDates } from '../model/options';
import { textOf } from '../sheet/grid';
import { datesIn, daysIn, lastDayOf, yearsIn } from '../values/dates';
import { dateStatements, weightiest } from './as-of';

/** Tables that don't count, and the day of those that are read by default where sheets are of several periods. */
export interface SetAside {
  readonly tables: ReadonlySet<SurveyedTable>;
  readonly latest: PlainDate | undefined;
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
  /** Where the date is said, if above the table. */
  readonly statedAt: CellModel | undefined;
  readonly year: number | undefined;
  readonly captions: string;
  readonly projects: ReadonlySet<string>;
}

/**
 * Tables of another week or month that stayed in the file: the same projects as another table of it, under another date. A
 * hidden one with the same captions is set aside for the visible one. Of visible ones those count that are of the date which a
 * person has chosen; until then the latest are read, and the date is asked for once. Reading all would count everything twice.
 * A sheet of which a person has said that it doesn't count, or that another counts instead, is set aside too.
 */
export function tablesSetAside(
  sheets: readonly SurveyedSheet[],
  options: ReadingOptions,
  findings: Findings,
): SetAside {
  const placed = sheets.flatMap(({ grid, tables }) =>
    tables.flatMap((table): PlacedTable[] => (table.kind === undefined ? [] : [{ table, grid }])),
  );
  const aside = leftOut(placed, options, findings);
  for (const { table } of blankForms(placed)) aside.add(table);
  const left = placed.filter(({ table }) => !aside.has(table));
  if (new Set(left.map(({ grid }) => grid)).size < 2) return { tables: aside, latest: undefined };
  const dated = left.map(datedTable);
  const replaced = new Map<DatedTable, DatedTable>();
  for (const same of groupBy(dated, ({ table }) => table.kind ?? '').values())
    for (const a of same) {
      const kept = latestOf(same.filter((b) => takesThePlaceOf(b, a, options.asOf) && sharesProjects(a, b)));
      if (kept) replaced.set(a, kept);
    }
  for (const [{ table, grid, date, week, day }, kept] of replaced) {
    aside.add(table);
    const dates = date === undefined ? (week ?? day ?? '') : formatPlainDate(date);
    findings.add('earlier-ignored', { sheet: grid.name }, { dates, other: kept.grid.name });
  }
  return { tables: aside, latest: askForPeriod(replaced, options, findings) };
}

/** "T7", prepared for next month: a sheet without a number beside one of the same kind that has some. */
function blankForms(placed: readonly PlacedTable[]): readonly PlacedTable[] {
  const [filled, blank] = [true, false].map((wanted) =>
    placed.filter(({ table }) => hasNumbers(table) === wanted),
  );
  return (blank ?? []).filter(({ table, grid }) =>
    filled?.some((other) => other.grid !== grid && other.table.kind === table.kind),
  );
}

const hasNumbers = ({ raw }: SurveyedTable): boolean =>
  raw.below.some(({ cells }) =>
    cells.some(
      ({ value }) =>
        value.type === 'number' ||
        (value.type === 'text' && /\d/.test(value.text)) ||
        value.type === 'unknown',
    ),
  );

/** Asks once of which date the return is, where visible sheets are of several; the newest first. */
function askForPeriod(
  replaced: ReadonlyMap<DatedTable, DatedTable>,
  { asOf, today }: ReadingOptions,
  findings: Findings,
): PlainDate | undefined {
  const older = [...replaced].filter(([a, b]) => a.grid.sheet.hidden === b.grid.sheet.hidden);
  const latest = latestOf(older.map(([, kept]) => kept));
  if (!latest?.date || asOf !== undefined || (today && isJustBefore(latest.date, today))) return undefined;
  const choices = [...groupBy([...older.map(([a]) => a), latest], ({ date }) => date ?? '')]
    .filter(([date]) => date !== '')
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([date, of]): Choice => {
      const names = [...new Set(of.map(({ grid }) => `“${grid.name}”`))].join(', ');
      const day = formatPlainDate(date as PlainDate);
      return { value: date, label: `${day}: trang ${names}`, labelEn: `${day}: sheet ${names}` };
    });
  const { header } = latest.table.raw;
  findings.add(
    'sheets-by-date',
    {
      sheet: latest.grid.name,
      cell: latest.statedAt,
      at: { row: header.top, column: header.columns[0]?.column ?? 0 },
    },
    { count: choices.length, sheet: latest.grid.name, date: formatPlainDate(latest.date) },
    choices,
  );
  return latest.date;
}

/** What is handed in within a month after its date is the return of that date; the older sheets are said to be left out. */
const isJustBefore = (date: PlainDate, today: PlainDate): boolean =>
  date <= today && today <= addDays(date, DAYS_OF_MONTH);
const DAYS_OF_MONTH = 31;

function latestOf(tables: readonly DatedTable[]): DatedTable | undefined {
  return tables.reduce<DatedTable | undefined>(
    (latest, one) => (latest === undefined || (one.date ?? '') > (latest.date ?? '') ? one : latest),
    undefined,
  );
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
      (b) =>
        b.grid !== a.grid && b.table.kind === a.table.kind && isMostly(labelsOf(a.table), labelsOf(b.table)),
    );
    return roleOf(a) === 'ignored' || (replaced && roleOf(a) === undefined);
  });
  for (const { grid } of out) findings.add('copy-ignored', { sheet: grid.name });
  return new Set(out.map(({ table }) => table));
}

/**
 * A visible table takes the place of a hidden one that has its captions; of two visible ones that of the date which a person
 * has chosen, else the later of two cumulative ones.
 */
function takesThePlaceOf(b: DatedTable, a: DatedTable, asOf: PlainDate | undefined): boolean {
  if (a.grid === b.grid || !isOfAnotherTime(a, b)) return false;
  const [aHidden, bHidden] = [a.grid.sheet.hidden, b.grid.sheet.hidden];
  if (aHidden !== bHidden) return aHidden && a.captions === b.captions;
  if (asOf !== undefined) return isOf(b, asOf);
  // The table of another plan year is none of another week.
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return false;
  return a.table.kind !== 'plan' && a.date !== undefined && b.date !== undefined && a.date < b.date;
}

function isOfAnotherTime(a: DatedTable, b: DatedTable): boolean {
  const differ = (key: 'date' | 'week' | 'day'): boolean | undefined =>
    a[key] === undefined || b[key] === undefined ? undefined : a[key] !== b[key];
  return differ('date') ?? differ('week') ?? differ('day') ?? false;
}

function isOf({ date, day }: DatedTable, asOf: PlainDate): boolean {
  return date === undefined ? day === asOf.slice(5) : date === asOf;
}

function datedTable(placed: PlacedTable): DatedTable {
  const { raw } = placed.table;
  const years = [...new Set(placed.table.statements.flatMap(({ text }) => yearsIn(text)))];
  const year = years.length === 1 ? years[0] : undefined;
  const statements = dateStatements(raw.grid, raw.above, false, year);
  const weighty = weightiest(statements);
  const stated = weighty.map(({ date }) => date);
  const named = dateOfName(placed.grid.name, year);
  const vague = statements.find(({ strength }) => strength === 'vague');
  // "THÁNG 8, 9 NĂM 2026" over sheets "T8" and "T9": what the sheet says itself is nearer.
  const dates = stated.length > 0 ? stated : named ? [named] : statements.flatMap((s) => s.suggestion ?? []);
  const days = raw.header.columns.flatMap(({ path }) => path.flatMap(({ text }) => daysIn(text)));
  return {
    ...placed,
    date: new Set(dates).size === 1 ? dates[0] : undefined,
    week: vague?.text.replace(/^[\s(]+|[\s)]+$/g, ''),
    day: days
      .map(({ day, month }) => `${pad(month)}-${pad(day)}`)
      .sort()
      .at(-1),
    statedAt: weighty[0]?.cell,
    year,
    captions: captionsOf(placed.table),
    projects: labelsOf(placed.table),
  };
}

const MONTH = /(?:^|[^\p{L}])(?:tháng|thang|t)\s*[.\-_]?\s*(\d{1,2})(?!\d)/iu;
const SHORT =
  /^(?:(?:bc|báo cáo|bao cao|gn|giải ngân|giai ngan|số liệu|so lieu|tuần|tuan|ngày|ngay|đến|den)\s+)*(\d{1,2})[.\-_](\d{1,2})$/i;

/** The date in the name of a sheet: "25-09-2026", "BC 18.09", "T9": the last day of a month. */
export function dateOfName(name: string, year: number | undefined): PlainDate | undefined {
  const [full] = datesIn(name.replace(/_/g, '-'));
  if (full) return full.date;
  const ofYear = yearsIn(name)[0] ?? year;
  if (ofYear === undefined) return undefined;
  const short = SHORT.exec(name.trim());
  if (short) return plainDateOf(ofYear, Number(short[2]), Number(short[1]));
  const month = Number(MONTH.exec(name)?.[1]);
  return month >= 1 && month <= 12 ? lastDayOf(ofYear, month) : undefined;
}

const pad = (number: number): string => String(number).padStart(2, '0');

const sharesProjects = (a: DatedTable, b: DatedTable): boolean => isMostly(a.projects, b.projects);

function isMostly(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
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
