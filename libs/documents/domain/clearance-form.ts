import type { PlainDate } from '@thongvon/kernel';
import type { FormCell, FormRow, FormSheet, InputRule } from '@thongvon/workbook-io';
import { CLEARANCE_TEXTS as TEXTS, FORM_TEXTS } from '../messages/documents';
import {
  amountInput,
  COUNT_INPUT,
  DATE_INPUT,
  type FormColumn,
  type FormFrame,
  type FormOffice,
  framed,
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
  readonly projects: readonly ClearanceProject[];
  /** Range of the causes that the blocker column proposes. */
  readonly causes: string;
}

/** Its money is in đồng. */
const UNIT = 'dong';
const AMOUNT_INPUT = amountInput(UNIT);

const FIRST_MEASURE = 3;
const BLOCKER = FIRST_MEASURE + CLEARANCE_MEASURES.length;

/** The sheet in which an office reports how far the land of its projects is cleared; it begins with what was reported last (ADR 0220). */
export function clearanceForm({ office, asOf, projects, causes }: ClearanceForm): FormSheet {
  const captions: Omit<FormColumn, 'number'>[] = [
    { caption: TEXTS.ordinal, width: 5 },
    { caption: TEXTS.name, width: 30 },
    { caption: TEXTS.code, width: 9.5 },
    ...CLEARANCE_MEASURES.map((measure) => ({
      caption: TEXTS.measures[measure],
      width: inputOf(measure) === AMOUNT_INPUT ? 16 : 8.5,
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
    unit: UNIT,
    columns,
    frozenColumns: 2,
  };
  return framed(
    frame,
    projects.map((project, index) => projectCells(project, index + 1, causes)),
  );
}

function projectCells(
  { code, name, last, blocker }: ClearanceProject,
  number: number,
  causes: string,
): FormRow {
  const text: InputRule = { type: 'text' };
  const proposals: InputRule = { type: 'proposals', formula: causes };
  return [
    { column: 0, look: 'ordinal', content: { type: 'number', number } },
    textCell(1, name, 'text'),
    { ...textCell(2, code ?? '', 'ordinal'), ...(code === null && { input: text }) },
    ...CLEARANCE_MEASURES.map((measure, index) => measureCell(FIRST_MEASURE + index, measure, last[measure])),
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

function measureCell(column: number, measure: FormMeasure, last: LastMeasure | undefined): FormCell {
  return {
    ...numberCell(column, last ? Number(last.value) : null, measure === 'area' ? 'area' : 'amount'),
    input: inputOf(measure),
    ...(last && { note: FORM_TEXTS.before(last.value.replace('.', ','), last.asOf) }),
  };
}

const inputOf = (measure: FormMeasure): InputRule =>
  measure === 'compensation' || measure === 'compensated' || measure === 'area' ? AMOUNT_INPUT : COUNT_INPUT;
