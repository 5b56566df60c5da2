import { plainDateFromSerial, plainDateOf, unaccent, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { CellModel, RowModel } from '@thongvon/workbooks';
import { isFilled, shownValue, textOf, type Grid } from '../sheet/grid';
import { datesIn, daysIn } from '../values/date-text';
import { DATE_WORDS, SIGNATURE, VAGUE_OPENING, VAGUE_PERIOD } from '../vocabulary/dates';
import { statementsOf } from './statements';

/** Something that says, or seems to say, to which day the figures go. */
export interface DateStatement {
  readonly sheet: string;
  readonly cell: CellModel;
  readonly text: string;
  /** Undefined when it names a day that doesn't exist, or only a month or a week. */
  readonly date: PlainDate | undefined;
  /** `stated`: "số liệu đến ngày …". `plain`: a date that nothing explains. `vague`: only a month, week or quarter. */
  readonly strength: 'stated' | 'plain' | 'vague';
  /** The last day of a vague period, offered as an answer. */
  readonly suggestion?: PlainDate | undefined;
}

/** Dates that the rows above a table state for its figures. Dates of decisions and signatures are not among them. */
export function dateStatements(
  grid: Grid,
  rows: readonly RowModel[],
  date1904: boolean,
  planYear: PlanYear | undefined,
): DateStatement[] {
  const texts = statementsOf(rows).flatMap(({ text, cell }) => fromText(grid.name, cell, text, planYear));
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => fromDateCell(grid, cell, date1904)));
  return [...texts, ...cells];
}

/** The dates of one text: those stated as as-of dates, else plain ones, else a vague period. */
export function fromText(
  sheet: string,
  cell: CellModel,
  text: string,
  planYear: PlanYear | undefined,
): DateStatement[] {
  const plain = unaccent(text);
  if (SIGNATURE.test(plain)) return [];
  const statements: DateStatement[] = [];
  const dates = datesIn(text);
  for (const { date, start, text: shown } of dates) {
    const before = plain.slice(0, start).replace(/ngay\s*$/, 'ngay ');
    const strength = strengthOf(before);
    if (strength) statements.push({ sheet, cell, text: shown, date, strength });
  }
  if (dates.length > 0) return statements;
  for (const { day, month, start } of daysIn(text)) {
    if (strengthOf(plain.slice(0, start)) !== 'stated') continue;
    // A day without a year belongs to the plan year, except in January, when two plan years are open.
    const date = planYear !== undefined && month > 1 ? plainDateOf(planYear, month, day) : undefined;
    statements.push({ sheet, cell, text, date, strength: 'stated' });
  }
  return statements.length > 0 ? statements : vague(sheet, cell, text, plain, planYear);
}

function strengthOf(before: string): 'stated' | 'plain' | undefined {
  if (DATE_WORDS.decision.test(before) || DATE_WORDS.from.test(before)) return undefined;
  if (DATE_WORDS.estimate.test(before)) return undefined;
  if (DATE_WORDS.asOf.test(before)) return 'stated';
  if (DATE_WORDS.deadline.test(before)) return undefined;
  return 'plain';
}

function vague(
  sheet: string,
  cell: CellModel,
  text: string,
  plain: string,
  planYear: PlanYear | undefined,
): DateStatement[] {
  const match = VAGUE_PERIOD.exec(plain);
  if (!match?.groups || DATE_WORDS.estimate.test(plain.slice(0, match.index)) || !VAGUE_OPENING.test(plain))
    return [];
  const { month, quarter, year } = match.groups;
  const ofYear = year ? Number(year) : planYear;
  const lastMonth = month ? Number(month) : quarter ? 3 * quarterNumber(quarter) : undefined;
  const suggestion = ofYear && lastMonth ? lastDayOf(ofYear, lastMonth) : undefined;
  return [{ sheet, cell, text, date: undefined, strength: 'vague', suggestion }];
}

function quarterNumber(text: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text] ?? Number(text);
}

function lastDayOf(year: number, month: number): PlainDate | undefined {
  return [31, 30, 29, 28].map((day) => plainDateOf(year, month, day)).find((date) => date !== undefined);
}

function fromDateCell(grid: Grid, cell: CellModel, date1904: boolean): DateStatement[] {
  if (cell.value.type !== 'number' || !cell.isDate) return [];
  const date = plainDateFromSerial(cell.value.number, date1904);
  const left = grid
    .row(cell.row)
    ?.cells.filter((other) => other.column < cell.column && isFilled(other))
    .at(-1);
  const literal = [...(cell.format ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1]).join(' ');
  const strength = strengthOf(
    `${unaccent(literal || textOf(left) || labelAbove(grid, cell)).replace(/[:\s]+$/, '')} `,
  );
  if (!strength) return [];
  return [{ sheet: grid.name, cell, text: date ?? shownValue(cell) ?? '', date, strength }];
}

/** A short label over the date, "Số liệu đến ngày", not a sentence with dates of its own. */
function labelAbove(grid: Grid, cell: CellModel): string {
  const text = textOf(grid.cell(cell.row - 1, cell.column));
  return text.length <= 60 && !/\d/.test(text) ? text : '';
}
