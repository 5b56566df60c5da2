import {
  type AmountUnit,
  type Dong,
  type PlainDate,
  type PlanYear,
  sumDong,
  PROJECT_KIND_NAMES,
} from '@thongvon/kernel';
import { cellName, type FormCell, type FormRow, type FormSheet } from '@thongvon/workbook-io';
import { DISBURSEMENT_TEXTS as TEXTS, FORM_TEXTS, PLAN_TYPE_TITLES } from '../messages/documents';
import {
  amountInput,
  cellsOf,
  decimalsOf,
  FIRST_BODY_ROW,
  type FormColumn,
  type FormOffice,
  formulaCell,
  framed,
  inUnit,
  numberCell,
  ratio,
  textCell,
} from './form-frame';
import type { ReportingRow, ReportingSection } from './reporting-lines';

/** What the disbursement form is made of. */
export interface DisbursementForm {
  readonly office: FormOffice;
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  /** Of all its amounts. */
  readonly unit: AmountUnit;
  readonly sections: readonly ReportingSection[];
  /** Range of the causes that the blocker column proposes. */
  readonly causes: string;
}

/**
 * The sheet in which an office reports its disbursement: plan and last figures are given and locked, completed work
 * and advance stand as the office last said and are to be brought up to date, and what follows from them (domain, section 0, rule 1) is a formula.
 */
export function disbursementForm({
  office,
  planYear,
  asOf,
  unit,
  sections,
  causes,
}: DisbursementForm): FormSheet {
  const outline = outlineOf(sections, planYear);
  const isSplit = outline.some((row) => row.type === 'project' && row.row.source !== null);
  const at = placesOf(isSplit);
  const money = moneyOf(sections, unit);
  const planned = namesPlanTypes(sections) ? TEXTS.plannedOfAnyType : TEXTS.planned(planYear);
  const body = outline.map((row, index) =>
    row.type === 'sum' ? sumCells(row, index, at, money) : projectCells(row, index, at, money, causes),
  );
  return framed(
    {
      sheet: TEXTS.sheet,
      title: TEXTS.title(planYear),
      office,
      asOf,
      unit,
      columns: captionsOf(at, planned),
      frozenColumns: at.name + 1,
    },
    body,
  );
}

/** Where each column stands; the source has one only if some figure is reported by source. */
interface Places {
  readonly name: number;
  readonly source: number | undefined;
  readonly planned: number;
  readonly last: number;
  readonly total: number;
  readonly completed: number;
  readonly advance: number;
  readonly rate: number;
  readonly blocker: number;
}

function placesOf(isSplit: boolean): Places {
  const first = isSplit ? 4 : 3;
  return {
    name: 2,
    source: isSplit ? 3 : undefined,
    planned: first,
    last: first + 1,
    total: first + 2,
    completed: first + 3,
    advance: first + 4,
    rate: first + 5,
    blocker: first + 6,
  };
}

function captionsOf(at: Places, planned: string): FormColumn[] {
  const number = (column: number): string => `(${column + 1})`;
  const captions: Omit<FormColumn, 'number'>[] = [
    { caption: TEXTS.ordinal, width: 6 },
    { caption: TEXTS.code, width: 9.5 },
    { caption: TEXTS.name, width: 40 },
    ...(at.source === undefined ? [] : [{ caption: TEXTS.source, width: 15 }]),
    { caption: planned, width: 17.5 },
    { caption: TEXTS.last, width: 17.5 },
    { caption: TEXTS.disbursedTotal, width: 17.5, group: TEXTS.disbursed },
    { caption: TEXTS.completed, width: 17.5, group: TEXTS.disbursed },
    { caption: TEXTS.advance, width: 17.5, group: TEXTS.disbursed },
    { caption: TEXTS.rate, width: 13 },
    { caption: TEXTS.blocker, width: 38 },
  ];
  const numbers = new Map([
    [at.total, `${number(at.total)}=${number(at.completed)}+${number(at.advance)}`],
    [at.rate, `${number(at.rate)}=${number(at.total)}/${number(at.planned)}`],
  ]);
  return captions.map((column, index) => ({ ...column, number: numbers.get(index) ?? number(index) }));
}

/** How amounts are written: in which unit, and with how many decimals. */
interface Money {
  readonly unit: AmountUnit;
  readonly decimals: number;
}

function moneyOf(sections: readonly ReportingSection[], unit: AmountUnit): Money {
  const rows = sections.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const amounts = rows.flatMap(({ planned, last, start }) => [
    planned,
    last,
    start?.completed,
    start?.advance,
  ]);
  return {
    unit,
    decimals: decimalsOf(
      amounts.filter((amount) => amount != null),
      unit,
    ),
  };
}

/** What an amount of the office's is now; null: nothing is filled in. */
const filledIn = ({ start }: ReportingRow): Dong | null => start && sumDong([start.completed, start.advance]);

function sumCells(
  { look, ordinal, label, adds, rows }: SumRow,
  index: number,
  at: Places,
  { unit, decimals }: Money,
): FormRow {
  const added = adds.map((row) => FIRST_BODY_ROW + row);
  const sum = (column: number, of: (row: ReportingRow) => Dong | null): FormCell => {
    const value = Number(inUnit(sumDong(rows.map(of)) ?? 0n, unit));
    return { ...formulaCell(column, `SUM(${cellsOf(column, added)})`, value, `${look}-amount`), decimals };
  };
  const planned = sumDong(rows.map((row) => row.planned));
  const rate = ratio(sumDong(rows.map(filledIn)) ?? 0n, planned);
  return [
    textCell(0, ordinal, look === 'group' ? 'group-ordinal' : 'total-text'),
    textCell(1, '', `${look}-text`),
    textCell(at.name, label, `${look}-text`),
    ...(at.source === undefined ? [] : [textCell(at.source, '', `${look}-text`)]),
    sum(at.planned, (row) => row.planned),
    sum(at.last, (row) => row.last),
    sum(at.total, filledIn),
    sum(at.completed, ({ start }) => start?.completed ?? null),
    sum(at.advance, ({ start }) => start?.advance ?? null),
    { ...rateCell(index, at, rate), look: `${look}-rate` },
    textCell(at.blocker, '', `${look}-text`),
  ];
}

function projectCells(
  { number, row }: Extract<OutlineRow, { type: 'project' }>,
  index: number,
  at: Places,
  { unit, decimals }: Money,
  causes: string,
): FormRow {
  const { project, source, planned, last, start }: ReportingRow = row;
  const amount = (column: number, value: Dong | null): FormCell => ({
    ...numberCell(column, value === null ? null : inUnit(value, unit), 'amount'),
    decimals,
  });
  const now = filledIn(row);
  const input = amountInput(unit);
  const [completed, advance] = [at.completed, at.advance].map((column) => nameAt(index, column));
  // As long as nothing is filled in, nothing is reported: zero would be a figure.
  const total = `IF(${completed}="",IF(${advance}="","",SUM(${completed}:${advance})),SUM(${completed}:${advance}))`;
  return [
    { column: 0, look: 'ordinal', content: { type: 'number', number } },
    // Who knows the code of a project that has none in the register may give it.
    {
      ...textCell(1, project.code ?? '', 'ordinal'),
      ...(project.code === null && { input: { type: 'text' } }),
    },
    textCell(at.name, project.name, 'text'),
    ...(at.source === undefined ? [] : [textCell(at.source, source ?? '', 'text')]),
    amount(at.planned, planned),
    amount(at.last, last),
    { ...formulaCell(at.total, total, now === null ? '' : Number(inUnit(now, unit)), 'amount'), decimals },
    { ...amount(at.completed, start?.completed ?? null), input },
    { ...amount(at.advance, start?.advance ?? null), input },
    rateCell(index, at, ratio(now, planned)),
    { ...textCell(at.blocker, project.blocker ?? '', 'text'), input: { type: 'proposals', formula: causes } },
  ];
}

function rateCell(index: number, at: Places, value: number | string): FormCell {
  const [total, planned] = [at.total, at.planned].map((column) => nameAt(index, column));
  const formula = `IF(${planned}="","",IF(${planned}=0,"",IF(${total}="","",${total}/${planned})))`;
  return formulaCell(at.rate, formula, value, 'rate');
}

const nameAt = (index: number, column: number): string => cellName(FIRST_BODY_ROW - 1 + index, column);

/** A row of the table: a sum over other rows, or one to be filled in. */
type OutlineRow = SumRow | ProjectRow;

interface SumRow {
  readonly type: 'sum';
  readonly look: 'total' | 'group';
  readonly ordinal: string;
  readonly label: string;
  /** Indexes of the rows that it adds; each row is added by one sum only. */
  readonly adds: number[];
  /** All rows beneath it that are to be filled in. */
  readonly rows: readonly ReportingRow[];
}

interface ProjectRow {
  readonly type: 'project';
  readonly number: number;
  readonly row: ReportingRow;
}

/** This year's plan is what a table is about unless it says otherwise; any other plan type has to be named. */
const namesPlanTypes = (sections: readonly ReportingSection[]): boolean =>
  sections.some(({ planType }) => planType !== 'current-year');

/** The table from its total down: sections by plan type where they must be named, groups by kind of project. */
function outlineOf(sections: readonly ReportingSection[], planYear: PlanYear): OutlineRow[] {
  const outline: OutlineRow[] = [];
  const addSum = (parent: SumRow | undefined, row: Omit<SumRow, 'type' | 'adds'>): SumRow => {
    const sum: SumRow = { type: 'sum', adds: [], ...row };
    parent?.adds.push(outline.length);
    outline.push(sum);
    return sum;
  };
  const rowsOf = ({ groups }: ReportingSection): ReportingRow[] => groups.flatMap(({ rows }) => rows);
  const total = addSum(undefined, {
    look: 'total',
    ordinal: '',
    label: FORM_TEXTS.total,
    rows: sections.flatMap(rowsOf),
  });
  sections.forEach((section, index) => {
    const label = PLAN_TYPE_TITLES[section.planType](planYear);
    const parent = namesPlanTypes(sections)
      ? addSum(total, { look: 'group', ordinal: letter(index + 1), label, rows: rowsOf(section) })
      : total;
    section.groups.forEach(({ kind, rows }, position) => {
      const title = PROJECT_KIND_NAMES[kind].vi;
      const group = addSum(parent, { look: 'group', ordinal: roman(position + 1), label: title, rows });
      rows.forEach((row, at) => {
        group.adds.push(outline.length);
        outline.push({ type: 'project', number: at + 1, row });
      });
    });
  });
  return outline;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 4 → "IV"; from 1 to 39. */
function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

/** 1 → "A"; from 1 to 26. */
const letter = (number: number): string => String.fromCharCode(64 + number);
