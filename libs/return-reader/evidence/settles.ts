import type { MessageId } from '../findings/catalogue';
import type { WitnessKind } from '../model/reading';

const OF_COLUMNS: readonly WitnessKind[] = ['stated-rates', 'remainders', 'column-formulas'];

/**
 * The questions that the whole table may settle, and the witnesses that can confirm an answer when every other answer contradicts them.
 * All other questions are a person's: what the file says and its own figures contradict, a date, a year, a decision, whose a project
 * is, an amount in text (contract, sections 2 and 3), and a difference between cells, which no meaning of a column mends.
 *
 * A column's own total closes whatever the column means, and no sum depends on the unit; so these confirm neither. Parts that make a
 * whole don't say that a column beside them is none of it. What was disbursed last time only says what is too little, which tells units
 * apart but not columns.
 */
export const SETTLES: Readonly<Partial<Record<MessageId, readonly WitnessKind[]>>> = {
  'unit-unknown': ['plan', 'last-return'],
  'columns-compete': [...OF_COLUMNS, 'plan'],
  'column-missing': [...OF_COLUMNS, 'plan'],
  'column-delta': [...OF_COLUMNS, 'plan'],
  'column-period': OF_COLUMNS,
  'column-previous': OF_COLUMNS,
  'column-recovery': OF_COLUMNS,
  'column-payments': OF_COLUMNS,
  'column-returned': OF_COLUMNS,
};
