import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { Findings } from '../findings';
import { withoutDates } from '../mapping/table-mapping';
import type { ReadingOptions } from '../options';
import { textOf } from '../sheet/grid';
import { groupBy } from '../values/group-by';
import type { SurveyedSheet, SurveyedTable } from '../surveyed';
import { dateStatements, weightiest } from './as-of';

/**
 * Tables of another week or month that stayed in the file: the same captions and projects as another table of it, under
 * another date. A hidden one is set aside for the visible one; of visible ones those that aren't of the date that a
 * person has chosen. Reading both would count everything twice.
 */
export function earlierCopies(
  sheets: readonly SurveyedSheet[],
  { asOf }: ReadingOptions,
  findings: Findings,
): ReadonlySet<SurveyedTable> {
  const dated = sheets.flatMap(({ grid, tables }) =>
    tables.flatMap((table): DatedTable[] => {
      const date = table.kind === undefined ? undefined : dateOf(table);
      return date === undefined ? [] : [{ table, grid, date }];
    }),
  );
  const aside = new Set<SurveyedTable>();
  const alike = groupBy(dated, ({ table }) => `${table.kind ?? ''} ${captionsOf(table)}`);
  for (const same of alike.values())
    for (const a of same) {
      const kept = same.find((b) => takesThePlaceOf(b, a, asOf) && sharesProjects(a.table, b.table));
      if (!kept) continue;
      aside.add(a.table);
      const place = { sheet: a.grid.name };
      findings.add('earlier-ignored', place, { dates: formatPlainDate(a.date), other: kept.grid.name });
    }
  return aside;
}

interface DatedTable {
  readonly table: SurveyedTable;
  readonly grid: SurveyedSheet['grid'];
  readonly date: PlainDate;
}

/** A visible table takes the place of a hidden one; of two visible ones that of the date which a person has chosen. */
function takesThePlaceOf(b: DatedTable, a: DatedTable, asOf: PlainDate | undefined): boolean {
  if (a.grid === b.grid || a.date === b.date) return false;
  const [aHidden, bHidden] = [a.grid.sheet.hidden, b.grid.sheet.hidden];
  return (aHidden && !bHidden) || (aHidden === bHidden && b.date === asOf);
}

/** The one date, or the end of the one month, that a table states above itself. */
function dateOf({ raw }: SurveyedTable): PlainDate | undefined {
  const statements = dateStatements(raw.grid, raw.above, false, undefined);
  const stated = weightiest(statements).map(({ date }) => date);
  const dates = stated.length > 0 ? stated : statements.flatMap(({ suggestion }) => suggestion ?? []);
  return new Set(dates).size === 1 ? dates[0] : undefined;
}

function sharesProjects(a: SurveyedTable, b: SurveyedTable): boolean {
  const names = labelsOf(a);
  const others = labelsOf(b);
  const common = [...names].filter((name) => others.has(name)).length;
  return common > 0 && common * 2 >= Math.min(names.size, others.size);
}

function captionsOf({ raw }: SurveyedTable): string {
  return raw.header.columns
    .map(({ column, path }) => `${column}:${withoutDates(path.map(({ text }) => text).join('/'))}`)
    .join('|')
    .toLowerCase();
}

/** The texts in the columns that name projects. */
function labelsOf({ raw }: SurveyedTable): ReadonlySet<string> {
  const columns = raw.header.columns
    .filter(({ path }) => path.some(({ tags }) => tags.has('name')))
    .map(({ column }) => column);
  const cells = raw.below.flatMap((row) => row.cells.filter((cell) => columns.includes(cell.column)));
  return new Set(cells.map(textOf).filter((text) => text !== ''));
}
