import { addDays, dayOfWeek, formatPlainDate, planYearsOn, unaccent, type PlainDate } from '@thongvon/kernel';
import type { Choice, Findings } from '../findings/findings';
import type { Header } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import type { ReturnContext } from './return-context';
import { isFilled, textOf } from '../sheet/grid';
import { columnsOf } from '../table/typed-table';
import type { ReadyTable } from '../table/line-amount';
import { dateOfName } from './set-aside';
import { fromText, weightiest, type DateStatement } from './as-of';

/** The one day to which the figures go, or null with a question: none, only a month, impossible, or several. */
export function decideAsOf(
  context: ReturnContext,
  tables: readonly ReadyTable[],
  options: ReadingOptions,
  findings: Findings,
): PlainDate | null {
  const date =
    options.asOf === undefined
      ? decide(context, tables, options, findings)
      : answered(options.asOf, context, tables, findings);
  if (date && options.today && date > options.today)
    findings.add(
      options.futureDates === 'accepted' ? 'date-future-known' : 'date-future',
      {},
      { date: formatPlainDate(date), today: formatPlainDate(options.today) },
    );
  return date;
}

function decide(
  context: ReturnContext,
  tables: readonly ReadyTable[],
  { vagueDates, weekEnds, today }: ReadingOptions,
  findings: Findings,
): PlainDate | null {
  // It is asked for with the sheets (set-aside.ts).
  if (context.latest) return context.latest;
  const previous = previousColumn(tables);
  if (previous) return decidePrevious(previous, context, vagueDates, findings);
  const statements = [...context.dates, ...captionDates(context, tables)];
  const stated = weightiest(statements);
  const impossible = stated.find((s) => s.date === undefined);
  if (impossible) {
    findings.add('date-impossible', place(impossible), { text: impossible.text });
    return null;
  }
  const dates = [...new Set(stated.flatMap((s) => s.date ?? []))];
  const [only] = dates;
  if (dates.length === 1 && only) return only;
  if (dates.length > 1) {
    const other = stated.find((s) => s.date !== only);
    const shown = dates.map(formatPlainDate).join(', ');
    findings.add('dates-differ', other ? place(other) : {}, { dates: shown }, dates.map(choiceOf));
    return null;
  }
  const vague = statements.find((s) => s.strength === 'vague');
  const months = [...new Set(statements.flatMap((s) => s.suggestion ?? []))];
  const plain = statements.filter((s) => s.strength === 'plain' && s.date !== undefined);
  if (plain.length === 0 && vague && months.length > 1) {
    const shown = months.map(formatPlainDate).join(', ');
    findings.add('dates-differ', place(vague), { dates: shown }, months.map(choiceOf));
    return null;
  }
  if (plain.length === 0 && vague) {
    const [end] = months;
    if (end && today && end < today && statements.some((s) => s.suggestion === end && saysEnd(s))) return end;
    if (vagueDates === 'last-day' && vague.suggestion) return vague.suggestion;
    const { weekDays = [] } = vague;
    const day = weekDays.find((date) => dayOfWeek(date) === weekEnds);
    if (day) return day;
    const choices = vague.suggestion ? [vague.suggestion] : weekDays;
    findings.add('date-vague', place(vague), {}, choices.map(choiceOf));
    return null;
  }
  const [first] = plain;
  findings.add(
    'date-unknown',
    first ? place(first) : {},
    {},
    [...new Set([...plain.flatMap((s) => s.date ?? []), ...namedDates(tables, context)])].map(choiceOf),
  );
  return null;
}

/** "Lũy kế đến hết tháng 6/2026", once that month is over. */
const saysEnd = ({ text }: DateStatement): boolean => /\b(?:het|cuoi)\s+(?:thang|quy)\b/.test(unaccent(text));

/** The days that the names of the sheets give: "25-09-2026". */
function namedDates(tables: readonly ReadyTable[], { planYear }: ReturnContext): PlainDate[] {
  return tables.flatMap(({ table }) => dateOfName(table.raw.grid.name, planYear) ?? []);
}

/**
 * A date that a person gave is held against what the file says, as a written one is: it is one of the dates stated, in or
 * just before the month that is named, and in the plan year. Else it is asked for again, with what contradicts it.
 */
function answered(
  date: PlainDate,
  context: ReturnContext,
  tables: readonly ReadyTable[],
  findings: Findings,
): PlainDate {
  const { planYear } = context;
  if (planYear !== undefined && !planYearsOn(date).includes(planYear)) {
    findings.add('date-outside-year', {}, { date: formatPlainDate(date), year: planYear });
    return date;
  }
  const statements = [...context.dates, ...captionDates(context, tables)];
  const stated = weightiest(statements).filter((s) => s.date !== undefined);
  const dates = [...new Set(stated.flatMap((s) => s.date ?? []))];
  // What goes to the end of the month before isn't dated by the report that it stands in.
  const fits =
    dates.length === 0
      ? statements.every(({ suggestion }) => suggestion === undefined || isNear(date, suggestion))
      : previousColumn(tables) !== undefined || dates.includes(date);
  if (fits) return date;
  const named = dates.length > 0 ? dates : [...new Set(statements.flatMap((s) => s.suggestion ?? []))];
  const [first] = stated.length > 0 ? stated : statements;
  findings.add(
    'date-contradicted',
    first ? place(first) : {},
    { date: formatPlainDate(date), dates: named.map(formatPlainDate).join(', ') },
    named.map(choiceOf),
  );
  return date;
}

/** In the period that ends on this day, however long, or in the month after it, when it is reported. */
const isNear = (date: PlainDate, end: PlainDate): boolean =>
  date >= addDays(end, -DAYS_OF_QUARTER) && date <= addDays(end, DAYS_OF_MONTH);
const DAYS_OF_QUARTER = 123;
const DAYS_OF_MONTH = 31;

/** The caption of a disbursement that only goes to the end of the month before. */
function previousColumn(
  tables: readonly ReadyTable[],
): { sheet: string; cell: DateStatement['cell'] } | undefined {
  for (const { table } of tables) {
    const { grid, header } = table.raw;
    const added = columnsOf(table, ({ field }) => field === 'disbursed-increase').length > 0;
    const [column] = columnsOf(table, ({ field }) => field === 'disbursed');
    const caption = header.columns.find((c) => c.column === column);
    const isPrevious = caption?.path.some(({ tags }) => tags.has('previous')) ?? false;
    const cell = caption && grid.seen(caption.row, caption.column);
    if (cell && isPrevious && !added) return { sheet: grid.name, cell };
  }
  return undefined;
}

/** The end of the month before the one that the report names. */
function decidePrevious(
  at: { sheet: string; cell: DateStatement['cell'] },
  { dates }: ReturnContext,
  vagueDates: ReadingOptions['vagueDates'],
  findings: Findings,
): PlainDate | null {
  const ofReport = weightiest(dates)[0]?.date ?? dates.find((s) => s.suggestion)?.suggestion;
  const ofMonth = /\bthang truoc\b/.test(unaccent(textOf(at.cell)));
  const end = ofReport && ofMonth ? addDays(ofReport, -Number(ofReport.slice(8))) : undefined;
  if (end && vagueDates === 'last-day') return end;
  findings.add('date-previous', at, {}, end ? [choiceOf(end)] : []);
  return null;
}

/** Dates in the captions of the columns that were read as this year's cumulative disbursement. */
export function captionDates(context: ReturnContext, tables: readonly ReadyTable[]): DateStatement[] {
  return tables.flatMap(({ table }) => {
    const { grid, header } = table.raw;
    const columns = columnsOf(
      table,
      (m) => (m.field === 'disbursed' || m.field === 'completed' || m.field === 'advance') && 'planType' in m,
    );
    const cells = new Set(
      columns.flatMap((column) =>
        Array.from({ length: bottomOfCaptions(header) - header.top + 1 }, (_, i) =>
          grid.seen(header.top + i, column),
        ).filter(isFilled),
      ),
    );
    return [...cells].flatMap((cell) => fromCaption(grid.name, cell, textOf(cell), context));
  });
}

/** "24=8-9-10+14" among the column numbers is no date. */
const bottomOfCaptions = ({ bottom, numbers }: Header): number => (numbers.length > 0 ? bottom - 1 : bottom);

/** In a caption a date needs no "đến": "Giải ngân 21/6/2023". */
function fromCaption(
  sheet: string,
  cell: DateStatement['cell'],
  text: string,
  { planYear }: ReturnContext,
): DateStatement[] {
  const statements = fromText(sheet, cell, text, planYear);
  return statements.map((s) =>
    s.strength === 'plain' && !/\btu\b/.test(unaccent(text)) ? { ...s, strength: 'stated' as const } : s,
  );
}

function choiceOf(date: PlainDate): Choice {
  const label = formatPlainDate(date);
  return { value: date, label, labelEn: label };
}

function place({ sheet, cell }: DateStatement): { sheet: string; cell: DateStatement['cell'] } {
  return { sheet, cell };
}
