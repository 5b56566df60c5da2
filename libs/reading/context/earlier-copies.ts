import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import type { Findings } from '../findings';
import { withoutDates } from '../mapping/table-mapping';
import type { ReadingOptions } from '../options';
import { textOf } from '../sheet/grid';
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
    tables.filter(({ kind }) => kind !== undefined).map((table) => ({ table, grid, date: dateOf(table) })),
  );
  const aside = new Set<SurveyedTable>();
  for (const a of dated)
    for (const b of dated) {
      if (a.grid === b.grid || a.date === undefined || b.date === undefined || a.date === b.date) continue;
      const older = a.grid.sheet.hidden && !b.grid.sheet.hidden;
      const notMeant = asOf !== undefined && b.date === asOf && a.grid.sheet.hidden === b.grid.sheet.hidden;
      if (!(older || notMeant) || aside.has(a.table) || !sameTable(a.table, b.table)) continue;
      aside.add(a.table);
      const place = { sheet: a.grid.name };
      findings.add('earlier-ignored', place, { dates: formatPlainDate(a.date), other: b.grid.name });
    }
  return aside;
}

/** The one date, or the end of the one month, that a table states above itself. */
function dateOf({ raw }: SurveyedTable): PlainDate | undefined {
  const statements = dateStatements(raw.grid, raw.above, false, undefined);
  const stated = weightiest(statements).map(({ date }) => date);
  const dates = stated.length > 0 ? stated : statements.flatMap(({ suggestion }) => suggestion ?? []);
  return new Set(dates).size === 1 ? dates[0] : undefined;
}

function sameTable(a: SurveyedTable, b: SurveyedTable): boolean {
  if (a.kind !== b.kind || captionsOf(a) !== captionsOf(b)) return false;
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
