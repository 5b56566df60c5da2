import { ASKS, type Agreement, AGREEMENTS, type CellRef, type ChoiceEffect } from '../model/finding';
import { FINDING_CODES } from '../model/finding-codes';
import {
  BASES,
  COLUMN_REASONS,
  DECISIONS,
  type Evidence,
  type RejectedReading,
  type Witness,
  WITNESSES,
} from '../model/evidence';
import { count, described, type JsonSchema, listOf, nullable, objectOf, oneOf, text } from './json-schema';

export const amount = nullable(
  described('Whole đồng as a decimal string; null when not reported.', {
    type: 'string',
    pattern: '^-?\\d+$',
  }),
);
export const cell = objectOf<CellRef>('A cell, by sheet and name.', { sheet: text, cell: text });

export const effect = objectOf<ChoiceEffect>('What a choice would make of the return.', {
  total: objectOf<ChoiceEffect['total']>("This year's plan and what was disbursed of it.", {
    planned: amount,
    disbursed: amount,
  }),
  agrees: listOf(
    objectOf<Agreement>(
      'Whether the amounts agree with what is known or stated.',
      {
        with: oneOf(AGREEMENTS),
        outcome: oneOf(['agrees', 'differs', 'unknown']),
        read: text,
        expected: text,
        differing: count,
      },
      ['read', 'expected', 'differing'],
    ),
  ),
});

const witness = objectOf<Witness>(
  'What speaks for or against a decision, and how much of it agrees.',
  {
    witness: oneOf(WITNESSES),
    outcome: oneOf(['agrees', 'differs', 'waits']),
    agreeing: count,
    of: count,
    waiting: count,
    cells: listOf(cell),
    text,
    read: amount,
    expected: amount,
  },
  ['agreeing', 'of', 'waiting', 'cells', 'text', 'read', 'expected'],
);

const rejected = objectOf<RejectedReading>(
  'Another reading that was possible, what it would have given, and what contradicts it.',
  { value: text, label: text, labelEn: text, effect, contradictedBy: listOf(oneOf(WITNESSES)) },
  ['effect'],
);

const question: JsonSchema = objectOf<NonNullable<Evidence['question']>>(
  'What would have been asked, and what was taken instead.',
  {
    code: oneOf(FINDING_CODES),
    asks: oneOf(ASKS),
    message: text,
    messageEn: text,
    label: text,
    labelEn: text,
    effect,
  },
  ['asks'],
);

/** One decision of the reader. */
export const evidence: JsonSchema = objectOf<Evidence>(
  'What the reader decided, and all that it rests on.',
  {
    decision: oneOf(DECISIONS),
    table: described('Index of the table in `sheets`; absent: the whole file.', count),
    sheet: nullable(text),
    columns: listOf(text),
    chosen: described('In the words of an answer; null: it is open.', nullable(text)),
    by: oneOf(BASES),
    cells: listOf(cell),
    text: described('What stands in the first of the cells.', text),
    range: described('Of a table, from its first caption to its last row.', text),
    count,
    rows: listOf(count),
    because: oneOf(COLUMN_REASONS),
    question,
    witnesses: listOf(witness),
    rejected: listOf(rejected),
  },
  ['table', 'columns', 'text', 'range', 'count', 'rows', 'because', 'question'],
);
