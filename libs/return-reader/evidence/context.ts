import { formatPlainDate, planYearsOn } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { captionDates } from '../context/decide-as-of';
import { yearsOfCaptions, yearsOfTitles } from '../context/plan-year';
import type { ReadingOptions } from '../model/options';
import type { Evidence, RejectedReading, Witness } from '../model/reading';
import { type Grid, textOf } from '../sheet/grid';
import { yearsIn } from '../values/dates';
import { placeOf } from './entries';
import type { ReadOutcome } from './outcome';

/** A text of the file that says something, with what it says. */
interface Saying<T> {
  readonly sheet: string;
  readonly cell: CellModel;
  readonly says: T;
  readonly witness: 'statement' | 'caption';
}

const MOST_SAYINGS = 5;

function witnessesOf<T>(sayings: readonly Saying<T>[], agrees: (says: T) => boolean): Witness[] {
  return sayings.slice(0, MOST_SAYINGS).map(({ sheet, cell, says, witness }) => ({
    witness,
    outcome: agrees(says) ? 'agrees' : 'differs',
    cells: [placeOf(sheet, cell)],
    text: textOf(cell),
  }));
}

/** The plan year, and what in titles and captions names it or another. */
export function planYearEvidence(
  { reading: { planYear, asOf, findings }, survey }: ReadOutcome,
  options: ReadingOptions,
): Evidence[] {
  const tables = survey.flatMap((sheet) => sheet.tables.filter(({ kind }) => kind !== undefined));
  const titles = tables.flatMap(({ raw, statements }) =>
    statements.flatMap((statement): Saying<readonly number[]>[] => {
      const says = yearsOfTitles([statement]);
      return says.length > 0
        ? [{ sheet: raw.grid.name, cell: statement.cell, says, witness: 'statement' }]
        : [];
    }),
  );
  const captions = tables.flatMap(({ raw: { grid, header } }) =>
    header.columns.flatMap(({ column, row, path }): Saying<readonly number[]>[] => {
      const says = yearsOfCaptions([path]);
      const cell = says.length > 0 ? cellOfYear(grid, header.top, row, column) : undefined;
      return cell ? [{ sheet: grid.name, cell, says, witness: 'caption' }] : [];
    }),
  );
  const sayings = [...distinct(titles), ...distinct(captions)];
  const named = sayings.filter(({ says }) => planYear !== null && says.includes(planYear));
  const [first] = named;
  const asked = findings.some(({ severity, asks }) => severity === 'question' && asks === 'plan-year');
  const others = [...new Set(sayings.flatMap(({ says }) => says))].filter((year) => year !== planYear);
  return [
    {
      decision: 'plan-year',
      sheet: first?.sheet ?? null,
      chosen: planYear === null ? null : String(planYear),
      by: planYear === null || asked ? 'asked' : options.planYear === undefined ? 'stated' : 'answer',
      cells: named.slice(0, MOST_SAYINGS).map(({ sheet, cell }) => placeOf(sheet, cell)),
      ...(first ? { text: textOf(first.cell) } : {}),
      witnesses: [
        ...witnessesOf(sayings, (says) => planYear !== null && says.includes(planYear)),
        ...(planYear !== null && asOf !== null
          ? [
              {
                witness: 'statement' as const,
                outcome: planYearsOn(asOf).includes(planYear) ? ('agrees' as const) : ('differs' as const),
                text: formatPlainDate(asOf),
              },
            ]
          : []),
      ],
      rejected: others.map((year) => rejected(String(year), String(year))),
    },
  ];
}

/** The caption that names a year stands over the column, or over several; none where it stands beside it. */
function cellOfYear(grid: Grid, top: number, bottom: number, column: number): CellModel | undefined {
  for (let row = bottom; row >= top; row -= 1) {
    const cell = grid.seen(row, column);
    if (yearsIn(textOf(cell)).length > 0) return cell;
  }
  return undefined;
}

const distinct = <T>(sayings: readonly Saying<T>[]): Saying<T>[] => [
  ...new Map(sayings.map((saying) => [saying.cell, saying])).values(),
];

/** The day of the figures, and what states it or another. */
export function asOfEvidence(
  { reading: { asOf, kinds, findings }, context, tables }: ReadOutcome,
  options: ReadingOptions,
): Evidence[] {
  if (kinds.every((kind) => kind === 'plan')) return [];
  const above = context.dates.map((statement) => ({ ...statement, witness: 'statement' as const }));
  const captions = captionDates(context, tables).map((statement) => ({
    ...statement,
    witness: 'caption' as const,
  }));
  const dated = [...above, ...captions].flatMap(({ sheet, cell, date, suggestion, strength, witness }) =>
    strength === 'plain' || (date ?? suggestion) === undefined
      ? []
      : [{ sheet, cell, says: date ?? suggestion, witness }],
  );
  const sayings = distinct(dated);
  const stating = sayings.filter(({ says }) => says === asOf);
  const [first] = stating;
  const asked = findings.some(({ severity, asks }) => severity === 'question' && asks === 'as-of');
  const others = [
    ...new Set(sayings.flatMap(({ says }) => (says === undefined || says === asOf ? [] : [says]))),
  ];
  return [
    {
      decision: 'as-of',
      sheet: first?.sheet ?? null,
      chosen: asOf,
      by: asOf === null || asked ? 'asked' : options.asOf === undefined ? 'stated' : 'answer',
      cells: stating.slice(0, MOST_SAYINGS).map(({ sheet, cell }) => placeOf(sheet, cell)),
      ...(first ? { text: textOf(first.cell) } : {}),
      witnesses: witnessesOf(sayings, (says) => says === asOf),
      rejected: others.map((date) => rejected(date, formatPlainDate(date))),
    },
  ];
}

/** Named by the words of the file, but outweighed: nothing was read with it. */
const rejected = (value: string, label: string): RejectedReading => ({
  value,
  label,
  labelEn: label,
  contradictedBy: [],
});
