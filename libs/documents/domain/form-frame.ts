import { type AmountUnit, type Dong, DONG_PER_UNIT, type PlainDate } from '@thongvon/kernel';
import {
  cellName,
  type FormCell,
  type FormLook,
  type FormRow,
  type FormSheet,
  type InputRule,
} from '@thongvon/workbook-io';
import { FORM_TEXTS, GUIDE_TEXTS } from '../messages/documents';

/** Whose form it is, and for which day. */
export interface FormOffice {
  readonly name: string;
  /** The office above it. */
  readonly parent: string | null;
}

/** A column of a form. */
export interface FormColumn {
  readonly caption: string;
  readonly width: number;
  /** A caption over several neighbouring columns. */
  readonly group?: string;
  /** "(7)" or "(7)=(8)+(9)". */
  readonly number: string;
}

/** What every form has around its table. */
export interface FormFrame {
  readonly sheet: string;
  readonly title: string;
  readonly office: FormOffice;
  readonly asOf: PlainDate;
  readonly unit: AmountUnit;
  readonly columns: readonly FormColumn[];
  /** Columns that stay in sight. */
  readonly frozenColumns: number;
}

/** The number of the row that the table's body begins with. */
export const FIRST_BODY_ROW = 10;
const AS_OF_ROW = 5;
const HEADER_ROW = 7;

/** A sheet with letterhead, title, date and unit above the table, and the signatures below. */
export function framed(frame: FormFrame, body: readonly FormRow[]): FormSheet {
  const { sheet, columns, frozenColumns } = frame;
  const last = columns.length - 1;
  const across = (row: number, from: number, to: number): string =>
    `${cellName(row - 1, from)}:${cellName(row - 1, to)}`;
  const left = Math.min(2, last);
  const right = Math.max(left + 1, last - 4);
  return {
    name: sheet,
    widths: columns.map(({ width }) => width),
    rows: [...above(frame, right, last), ...header(columns), ...body, [], signatures(right)],
    merges: [
      ...[1, 2, FIRST_BODY_ROW + body.length + 1].flatMap((row) => [
        across(row, 0, left),
        across(row, right, last),
      ]),
      across(4, 0, last),
      across(AS_OF_ROW, 0, last),
      ...headerMerges(columns),
    ],
    frozen: { rows: FIRST_BODY_ROW, columns: frozenColumns },
    printedHeader: { first: HEADER_ROW, last: HEADER_ROW + 2 },
    isProtected: true,
  };
}

function above({ office, title, asOf, unit }: FormFrame, right: number, last: number): FormRow[] {
  const { name, parent } = office;
  const asOfCell: FormCell = {
    ...textCell(0, FORM_TEXTS.asOf(asOf), 'centred'),
    note: FORM_TEXTS.asOfNote,
    input: {
      type: 'condition',
      formula: `ISNUMBER(SEARCH("đến ngày",${cellName(AS_OF_ROW - 1, 0)}))`,
      error: FORM_TEXTS.asOfError,
      errorTitle: FORM_TEXTS.dateErrorTitle,
    },
  };
  return [
    [
      textCell(0, (parent ?? name).toUpperCase(), 'letterhead'),
      textCell(right, FORM_TEXTS.nation, 'letterhead'),
    ],
    [
      ...(parent === null ? [] : [textCell(0, name.toUpperCase(), 'letterhead')]),
      textCell(right, FORM_TEXTS.motto, 'letterhead'),
    ],
    [],
    [textCell(0, title, 'title')],
    [asOfCell],
    [textCell(last, FORM_TEXTS.unit(unit), 'right')],
  ];
}

function header(columns: readonly FormColumn[]): FormRow[] {
  return [
    columns.map(({ caption, group }, column) => textCell(column, group ?? caption, 'header')),
    columns.map(({ caption, group }, column) =>
      group === undefined ? { column, look: 'header' } : textCell(column, caption, 'header'),
    ),
    columns.map(({ number }, column) => textCell(column, number, 'column-number')),
  ];
}

/** Captions with a group stand under it; all others reach over both rows. */
function headerMerges(columns: readonly FormColumn[]): string[] {
  const cell = (row: number, column: number): string => cellName(row - 1, column);
  return columns.flatMap(({ group }, column) => {
    if (group === undefined) return [`${cell(HEADER_ROW, column)}:${cell(HEADER_ROW + 1, column)}`];
    if (columns[column - 1]?.group === group) return [];
    const end = columns.findLastIndex((other) => other.group === group);
    return [`${cell(HEADER_ROW, column)}:${cell(HEADER_ROW, end)}`];
  });
}

const signatures = (right: number): FormRow => [
  textCell(0, FORM_TEXTS.preparedBy, 'letterhead'),
  textCell(right, FORM_TEXTS.signedBy, 'letterhead'),
];

/** What may be typed into a cell for an amount. */
export const amountInput = (unit: AmountUnit): InputRule => ({
  type: 'amount',
  errorTitle: FORM_TEXTS.amountErrorTitle,
  error: FORM_TEXTS.amountError(unit),
});

/** The number of an amount in a unit, as a cell holds it: exact, as no amount of an office has more than 15 digits in đồng. */
export function inUnit(amount: Dong, unit: AmountUnit): bigint | number {
  const per = DONG_PER_UNIT[unit];
  if (amount % per === 0n) return amount / per;
  const digits = String(per).length - 1;
  const magnitude = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return Number(`${amount < 0n ? '-' : ''}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`);
}

/** How many decimals show all of these amounts in a unit, three at least where it is a large one. */
export function decimalsOf(amounts: readonly Dong[], unit: AmountUnit): number {
  const usual = unit === 'million-dong' || unit === 'billion-dong' ? 3 : 0;
  const most = String(DONG_PER_UNIT[unit]).length - 1;
  const isShown = (decimals: number): boolean =>
    amounts.every((amount) => amount % 10n ** BigInt(most - decimals) === 0n);
  for (let decimals = usual; decimals < most; decimals += 1) if (isShown(decimals)) return decimals;
  return most;
}

/** What a rate's formula shows before it is computed anew: of nothing, or of an unknown whole, nothing. */
export const ratio = (part: Dong | null, whole: Dong | null): number | '' =>
  part === null || whole === null || whole === 0n ? '' : Number(part) / Number(whole);

/** What may be typed into a cell for an area in m². */
export const AREA_INPUT: InputRule = {
  type: 'amount',
  errorTitle: FORM_TEXTS.countErrorTitle,
  error: FORM_TEXTS.areaError,
};

/** What may be typed into a cell for a count of households or graves. */
export const COUNT_INPUT: InputRule = {
  type: 'count',
  errorTitle: FORM_TEXTS.countErrorTitle,
  error: FORM_TEXTS.countError,
};

/** A cell that takes a date only. */
export const DATE_INPUT: InputRule = {
  type: 'date',
  errorTitle: FORM_TEXTS.dateErrorTitle,
  error: FORM_TEXTS.dateError,
};

/** A cell with words; `column` counts from 0. */
export const textCell = (column: number, text: string, look: FormLook): FormCell => ({
  column,
  look,
  ...(text !== '' && { content: { type: 'text', text } }),
});

/** Empty for null: not known is not zero. */
export const numberCell = (column: number, number: bigint | number | null, look: FormLook): FormCell => ({
  column,
  look,
  ...(number !== null && { content: { type: 'number', number } }),
});

/** A cell with a formula and the value that it has now; `column` counts from 0. */
export const formulaCell = (
  column: number,
  formula: string,
  value: number | string,
  look: FormLook,
): FormCell => ({ column, look, content: { type: 'formula', formula, value } });

/** A1 names of a column's cells in these rows (numbers from 1, rising), neighbours joined: "E12:E14,E20". */
export function cellsOf(column: number, rows: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const name = (row: number): string => cellName(row - 1, column);
  return runs
    .map(({ first, last }) => (first === last ? name(first) : `${name(first)}:${name(last)}`))
    .join(',');
}

interface Guide {
  readonly sheet: FormSheet;
  /** Where the causes stand, for the cells that propose them. */
  readonly causes: string;
}

/** The sheet that says how to fill in the form. The proposals stand here in sight, since a hidden sheet is suspicious. */
export function guideOf(lines: readonly string[], causes: readonly string[]): Guide {
  const rows: FormRow[] = [
    [textCell(0, GUIDE_TEXTS.title, 'title')],
    ...lines.map((line): FormRow => [textCell(0, `- ${line}`, 'wrapped')]),
    [],
    [textCell(0, GUIDE_TEXTS.causes, 'header')],
    ...causes.map((cause): FormRow => [textCell(0, cause, 'text')]),
  ];
  const first = rows.length - causes.length + 1;
  return {
    sheet: { name: GUIDE_TEXTS.sheet, widths: [110], rows, merges: [], isProtected: true },
    causes: `'${GUIDE_TEXTS.sheet}'!$A$${first}:$A$${rows.length}`,
  };
}
