import type { StandingColumn } from '@thongvon/api-contract';
import type { Standing } from '@thongvon/capital';
import {
  type AmountUnit,
  DONG_PER_UNIT,
  formatDecimal,
  formatPlainDate,
  PROJECT_GROUP_NAMES,
  PROJECT_KIND_NAMES,
} from '@thongvon/kernel';
import type { FirstDue } from '@thongvon/blockers';
import type { FormCell, FormLook, FormRow, FormSheet } from '@thongvon/workbook-io';
import { STANDING_COLUMN_TITLES, STANDINGS_TEXTS } from '../messages/documents';
import { numberCell, textCell } from './form-frame';

type Sums = Pick<
  Standing,
  | 'planned'
  | 'disbursed'
  | 'completed'
  | 'advance'
  | 'remaining'
  | 'weekChange'
  | 'movement'
  | 'shortfall'
  | 'rate'
>;

/** What the sheet of projects is made of. */
export interface StandingsTable {
  readonly title: string;
  /** Of which days its figures are. */
  readonly subtitles: readonly string[];
  /** Which projects were asked for; null for all. */
  readonly filter: string | null;
  readonly columns: readonly StandingColumn[];
  /** In which amounts are written. */
  readonly unit: AmountUnit;
  readonly rows: readonly Standing[];
  /** Below the sum and not in it. */
  readonly unplanned: {
    readonly projects: number;
    readonly disbursed: string | null;
    readonly rows: readonly Standing[];
  };
  /** By project the open blocker that is due first. */
  readonly blockers: ReadonlyMap<string, FirstDue>;
  readonly total: Sums & { readonly projects: number };
}

const WIDTHS: Readonly<Record<StandingColumn, number>> = {
  code: 11,
  owner: 28,
  kind: 22,
  commune: 18,
  group: 18,
  planned: 19,
  disbursed: 19,
  completed: 19,
  advance: 19,
  remaining: 19,
  weekChange: 17,
  changeDates: 38,
  rate: 11,
  shortfall: 19,
  blocker: 40,
  asOf: 13,
};
const NAME_WIDTH = 48;
const AMOUNTS = [
  'planned',
  'disbursed',
  'completed',
  'advance',
  'remaining',
  'weekChange',
  'shortfall',
] as const;

/** The table of projects as it is seen on the screen: first the sum, then the projects in the same order. */
export function standingsSheet(table: StandingsTable): FormSheet {
  const { title, subtitles, filter, columns, rows, blockers, total, unit, unplanned } = table;
  const above = [title, ...subtitles, ...(filter === null ? [] : [filter])];
  const blocked = rows.filter(({ id }) => blockers.has(id)).length;
  const head: FormRow = [
    STANDINGS_TEXTS.project,
    ...columns.map((column) =>
      column === 'weekChange' ? changeTitle([total, ...rows]) : STANDING_COLUMN_TITLES[column],
    ),
  ].map((text, column) => textCell(column, text, 'header'));
  const sum: FormRow = [
    textCell(0, STANDINGS_TEXTS.total(total.projects), 'total-text'),
    ...columns.map((column, index) => sumCell(index + 1, column, total, { blocked, unit })),
  ];
  const bodyOf = (projects: readonly Standing[]): FormRow[] =>
    projects.map((row) => [
      textCell(0, row.name, 'text'),
      ...columns.map((column, index) =>
        cellOf(index + 1, column, row, { blocker: blockers.get(row.id), unit }),
      ),
    ]);
  const headRow = above.length + 2;
  return {
    name: STANDINGS_TEXTS.sheet,
    widths: [NAME_WIDTH, ...columns.map((column) => WIDTHS[column])],
    rows: [
      ...above.map((text, index) => [textCell(0, text, index === 0 ? 'letterhead' : 'plain')]),
      [],
      head,
      sum,
      ...bodyOf(rows),
      ...(unplanned.rows.length === 0
        ? []
        : [unplannedRow(columns, unplanned, unit), ...bodyOf(unplanned.rows)]),
    ],
    merges: [],
    frozen: { rows: headRow, columns: 1 },
    printedHeader: { first: headRow, last: headRow },
  };
}

/** What has no plan: how many, and what was disbursed of it. */
function unplannedRow(
  columns: readonly StandingColumn[],
  { projects, disbursed }: StandingsTable['unplanned'],
  unit: AmountUnit,
): FormRow {
  return [
    textCell(0, STANDINGS_TEXTS.unplanned(projects), 'group-text'),
    ...columns.map((column, index) =>
      column === 'disbursed'
        ? amountCell(index + 1, disbursed, { look: 'group-amount', unit })
        : textCell(index + 1, '', 'group-text'),
    ),
  ];
}

interface SumOf {
  readonly blocked: number;
  readonly unit: AmountUnit;
}

function sumCell(index: number, column: StandingColumn, sums: Sums, { blocked, unit }: SumOf): FormCell {
  if (isAmount(column)) return amountCell(index, sums[column], { look: 'total-amount', unit });
  if (column === 'rate') return rateCell(index, sums.rate, 'total-rate');
  if (column === 'changeDates')
    return textCell(index, STANDINGS_TEXTS.changeDates(sums.movement), 'total-text');
  const isCounted = column === 'blocker' && blocked > 0;
  return textCell(index, isCounted ? STANDINGS_TEXTS.blocked(blocked) : '', 'total-text');
}

interface RowOf {
  readonly blocker: FirstDue | undefined;
  readonly unit: AmountUnit;
}

function cellOf(index: number, column: StandingColumn, row: Standing, { blocker, unit }: RowOf): FormCell {
  if (isAmount(column)) return amountCell(index, row[column], { look: 'amount', unit });
  switch (column) {
    case 'rate':
      return rateCell(index, row.rate, 'rate');
    case 'changeDates':
      return textCell(index, STANDINGS_TEXTS.changeDates(row.movement), 'text');
    case 'code':
      return textCell(index, row.code ?? '', 'text');
    case 'owner':
      return textCell(index, row.owner.name ?? '', 'text');
    case 'kind':
      return textCell(index, PROJECT_KIND_NAMES[row.kind].vi, 'text');
    case 'commune':
      return textCell(index, row.commune ?? '', 'text');
    case 'group':
      return textCell(index, row.group === null ? '' : PROJECT_GROUP_NAMES[row.group].vi, 'text');
    case 'blocker':
      return textCell(index, blocker === undefined ? '' : wordsOf(blocker), 'text');
    case 'asOf':
      return row.asOf === null
        ? textCell(index, STANDINGS_TEXTS.notReported, 'text')
        : { column: index, look: 'date', content: { type: 'date', date: row.asOf } };
  }
}

/** Names the days only where they are the same in every row that has a change. */
function changeTitle(changes: readonly Pick<Sums, 'movement'>[]): string {
  const days = new Set(changes.flatMap(({ movement }) => movement.days ?? []));
  const [only] = days;
  return days.size === 1 && only !== undefined
    ? STANDINGS_TEXTS.changeOf(only)
    : STANDINGS_TEXTS.changeOfSeveral;
}

/** As on the screen: how it stands with its due date, then what it is. */
function wordsOf({ description, due, daysOverdue }: FirstDue): string {
  if (due === null) return STANDINGS_TEXTS.noDue(description);
  return daysOverdue !== null && daysOverdue > 0
    ? STANDINGS_TEXTS.overdue(daysOverdue, description)
    : STANDINGS_TEXTS.due(formatPlainDate(due), description);
}

function isAmount(column: StandingColumn): column is (typeof AMOUNTS)[number] {
  return AMOUNTS.some((amount) => amount === column);
}

/** How many decimals of an amount are shown, as on the screen: the cell holds them all. */
const DECIMALS: Readonly<Record<AmountUnit, number>> = {
  dong: 0,
  'thousand-dong': 0,
  'million-dong': 1,
  'billion-dong': 3,
};

function amountCell(
  column: number,
  amount: string | null,
  { look, unit }: { readonly look: FormLook; readonly unit: AmountUnit },
): FormCell {
  if (amount === null) return { column, look };
  const scale = DONG_PER_UNIT[unit].toString().length - 1;
  const number = Number(formatDecimal({ coefficient: BigInt(amount), scale }));
  return { column, look, content: { type: 'number', number, decimals: DECIMALS[unit] } };
}

/** "52.18" of the API is 0.5218 of a cell whose format shows percent. */
const rateCell = (column: number, rate: string | null, look: FormLook): FormCell =>
  numberCell(column, rate === null ? null : Number(rate) / 100, look);
