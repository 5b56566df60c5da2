import { plainDateFromSerial, plainDateOf, unaccent, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { type Grid, isFilled, shownValue, statementsOf, textOf } from '../sheet/grid';
import { closingDays, datesIn, daysIn, lastDayOf } from '../values/dates';
import { DATE_WORDS, SIGNATURE, VAGUE_OPENING, VAGUE_PERIOD } from '../vocabulary/texts';

/** Something that says, or seems to say, to which day the figures go. */
export interface DateStatement {
  readonly sheet: string;
  readonly cell: CellModel;
  readonly text: string;
  /** Undefined when it names a day that doesn't exist, or only a month or a week. */
  readonly date: PlainDate | undefined;
  /**
   * `stated`: "số liệu đến ngày …". `reported`: "báo cáo ngày …". `plain`: a date that nothing explains. `vague`: only a
   * month, week or quarter.
   */
  readonly strength: 'stated' | 'reported' | 'plain' | 'vague';
  /** The last day of a vague period, offered as an answer. */
  readonly suggestion?: PlainDate | undefined;
  /** The days on which a week that is named may end. */
  readonly weekDays?: readonly PlainDate[];
}

/** Dates that the rows above a table state for its figures. Dates of decisions and signatures are not among them. */
export function dateStatements(
  grid: Grid,
  rows: readonly RowModel[],
  date1904: boolean,
  planYear: PlanYear | undefined,
): DateStatement[] {
  const texts = statementsOf(rows).flatMap(({ text, cell }) =>
    fromText(grid.name, cell, labelled(grid, cell, text), planYear),
  );
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => fromDateCell(grid, cell, date1904)));
  return [...texts, ...cells];
}

/** A date alone in its cell, with the label before it: "Ngày báo cáo:" | "20/11/2026". */
function labelled(grid: Grid, cell: CellModel, text: string): string {
  return /^\W*(?:ngày\s*)?\d/i.test(text) ? `${textOf(leftOf(grid, cell))} ${text}`.trim() : text;
}

function leftOf(grid: Grid, cell: CellModel): CellModel | undefined {
  return grid
    .row(cell.row)
    ?.cells.filter((other) => other.column < cell.column && isFilled(other))
    .at(-1);
}

/**
 * The statements that count, the plainest: what is said of the figures, else the day of the report. A report's day
 * next to a date that nothing explains says too little.
 */
export function weightiest(statements: readonly DateStatement[]): readonly DateStatement[] {
  const of = (strength: DateStatement['strength']): readonly DateStatement[] =>
    statements.filter((s) => s.strength === strength);
  const stated = of('stated');
  const reported = of('reported');
  if (stated.length > 0 || reported.length === 0) return stated;
  return [...reported, ...of('plain').filter((s) => s.date !== undefined)];
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
  for (const [i, { date, start, text: shown }] of dates.entries()) {
    const strength = strengthOf(wordsBefore(plain, start, dates[i - 1]?.end ?? 0));
    if (strength) statements.push({ sheet, cell, text: shown, date, strength });
  }
  if (dates.length > 0) return statements;
  for (const { day, month, start } of daysIn(text)) {
    const strength = strengthOf(plain.slice(0, start));
    if (strength !== 'stated' && strength !== 'reported') continue;
    // A day without a year belongs to the plan year, except in January, when two plan years are open.
    const date = planYear !== undefined && month > 1 ? plainDateOf(planYear, month, day) : undefined;
    statements.push({ sheet, cell, text, date, strength });
  }
  return statements.length > 0 ? statements : vague(sheet, cell, text, plain, planYear);
}

/** The words that a date follows; those since the date before, where they make a statement of their own. */
function wordsBefore(plain: string, start: number, previous: number): string {
  const since = plain.slice(previous, start);
  return (DATE_WORDS.anew.test(since) ? since : plain.slice(0, start)).replace(/ngay\s*$/, 'ngay ');
}

function strengthOf(before: string): 'stated' | 'reported' | 'plain' | undefined {
  if (DATE_WORDS.decision.test(before) || DATE_WORDS.from.test(before)) return undefined;
  if (DATE_WORDS.estimate.test(before) || DATE_WORDS.aside.test(before)) return undefined;
  if (DATE_WORDS.asOf.test(before)) return 'stated';
  if (DATE_WORDS.report.test(before)) return 'reported';
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
  const { month, quarter, year, week } = match.groups;
  const ofYear = year ? Number(year) : planYear;
  const lastMonth = month ? Number(month) : quarter ? 3 * quarterNumber(quarter) : undefined;
  const suggestion = ofYear && lastMonth ? lastDayOf(ofYear, lastMonth) : undefined;
  const statement = { sheet, cell, text, date: undefined, strength: 'vague' as const, suggestion };
  // "Tuần 2 tháng 6" is no week of the year.
  const ofYearsWeek =
    week && ofYear && !/^\s*(?:cua\s+)?thang/.test(plain.slice(match.index + match[0].length));
  return [ofYearsWeek ? { ...statement, weekDays: closingDays(ofYear, Number(week)) } : statement];
}

function quarterNumber(text: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text] ?? Number(text);
}

function fromDateCell(grid: Grid, cell: CellModel, date1904: boolean): DateStatement[] {
  if (cell.value.type !== 'number' || !cell.isDate) return [];
  const date = plainDateFromSerial(cell.value.number, date1904);
  const left = leftOf(grid, cell);
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
