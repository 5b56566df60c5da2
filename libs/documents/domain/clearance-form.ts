import { type AmountUnit, dongOf, formatAmount, type PlainDate } from '@thongvon/kernel';
import type { FormCell, FormRow, FormSheet, InputRule } from '@thongvon/workbook-io';
import { CLEARANCE_TEXTS as TEXTS, FORM_TEXTS } from '../messages/documents';
import {
  amountInput,
  AREA_INPUT,
  COUNT_INPUT,
  DATE_INPUT,
  decimalsOf,
  type FormColumn,
  type FormFrame,
  type FormOffice,
  framed,
  inUnit,
  numberCell,
  textCell,
} from './form-frame';

/** The measures that the form asks for, in its order. */
export const CLEARANCE_MEASURES = [
  'households',
  'area',
  'inventoried',
  'approved',
  'paid',
  'handedOver',
  'graves',
  'compensation',
  'compensated',
] as const;
/** A measure that the form asks for. */
export type FormMeasure = (typeof CLEARANCE_MEASURES)[number];

/** A figure that was reported before; m², đồng or a count, as a decimal text. */
export interface LastMeasure {
  readonly value: string;
  readonly asOf: PlainDate;
}

/** A row of the form: a project, or a part of it. */
export interface ClearanceProject {
  readonly code: string | null;
  readonly name: string;
  readonly last: Readonly<Partial<Record<FormMeasure, LastMeasure>>>;
  readonly blocker: {
    readonly text: string;
    readonly responsibleUnit: string | null;
    readonly due: PlainDate | null;
  } | null;
}

/** What the land-clearance form is made of. */
export interface ClearanceForm {
  readonly office: FormOffice;
  readonly asOf: PlainDate;
  /** Of all its amounts. */
  readonly unit: AmountUnit;
  readonly projects: readonly ClearanceProject[];
  /** Range of the causes that the blocker column proposes. */
  readonly causes: string;
}

const MONEY: readonly FormMeasure[] = ['compensation', 'compensated'];

const FIRST_MEASURE = 3;
const BLOCKER = FIRST_MEASURE + CLEARANCE_MEASURES.length;

/** The sheet in which an office reports how far the land of its projects is cleared; it begins with what was reported last (ADR 0220). */
export function clearanceForm({ office, asOf, unit, projects, causes }: ClearanceForm): FormSheet {
  const amounts = projects.flatMap(({ last }) =>
    MONEY.flatMap((measure) => dongOf(last[measure]?.value ?? null) ?? []),
  );
  const money = { unit, decimals: decimalsOf(amounts, unit) };
  const captions: Omit<FormColumn, 'number'>[] = [
    { caption: TEXTS.ordinal, width: 5 },
    { caption: TEXTS.name, width: 30 },
    { caption: TEXTS.code, width: 9.5 },
    ...CLEARANCE_MEASURES.map((measure) => ({
      caption: TEXTS.measures[measure],
      width: MONEY.includes(measure) || measure === 'area' ? 16 : 8.5,
    })),
    { caption: TEXTS.blocker, width: 30 },
    { caption: TEXTS.responsibleUnit, width: 16 },
    { caption: TEXTS.due, width: 11.5 },
  ];
  const columns = captions.map((column, index) => ({ ...column, number: `(${index + 1})` }));
  const frame: FormFrame = {
    sheet: TEXTS.sheet,
    title: TEXTS.title,
    office,
    asOf,
    unit,
    columns,
    frozenColumns: 2,
  };
  return framed(
    frame,
    projects.map((project, index) => projectCells(project, index + 1, money, causes)),
  );
}

function projectCells(
  { code, name, last, blocker }: ClearanceProject,
  number: number,
  money: Money,
  causes: string,
): FormRow {
  const text: InputRule = { type: 'text' };
  const proposals: InputRule = { type: 'proposals', formula: causes };
  return [
    { column: 0, look: 'ordinal', content: { type: 'number', number } },
    textCell(1, name, 'text'),
    { ...textCell(2, code ?? '', 'ordinal'), ...(code === null && { input: text }) },
    ...CLEARANCE_MEASURES.map((measure, index) =>
      measureCell(FIRST_MEASURE + index, measure, last[measure], money),
    ),
    { ...textCell(BLOCKER, blocker?.text ?? '', 'text'), input: proposals },
    { ...textCell(BLOCKER + 1, blocker?.responsibleUnit ?? '', 'text'), input: text },
    {
      column: BLOCKER + 2,
      look: 'date',
      input: DATE_INPUT,
      ...(blocker?.due && { content: { type: 'date', date: blocker.due } }),
    },
  ];
}

function measureCell(
  column: number,
  measure: FormMeasure,
  last: LastMeasure | undefined,
  { unit, decimals }: Money,
): FormCell {
  const dong = MONEY.includes(measure) ? dongOf(last?.value ?? null) : null;
  const number = dong === null ? (last ? Number(last.value) : null) : inUnit(dong, unit);
  const before = dong === null ? last?.value.replace('.', ',') : formatAmount(dong, unit, decimals);
  return {
    ...numberCell(column, number, measure === 'area' ? 'area' : 'amount'),
    ...(MONEY.includes(measure) ? { decimals } : {}),
    input: MONEY.includes(measure) ? amountInput(unit) : measure === 'area' ? AREA_INPUT : COUNT_INPUT,
    ...(last && before !== undefined && { note: FORM_TEXTS.before(before, last.asOf) }),
  };
}

/** How amounts are written: in which unit, and with how many decimals. */
interface Money {
  readonly unit: AmountUnit;
  readonly decimals: number;
}
