import type { AmountText, CellRef, ChoiceEffect, Finding } from './finding';

/**
 * What the reader decided about a return: `return`: what the file is as a whole. `plan-year`, `as-of`: of the file. `sheet`: that
 * a sheet isn't read. `table`: what a table is. `unit`: of a table, or of columns of it that say their own. `column`: what one
 * column means. `rows`: which rows of a table are what. `question`: what was open, and is settled by the whole table (ADR 0199).
 */
export const DECISIONS = [
  'return',
  'plan-year',
  'as-of',
  'sheet',
  'table',
  'unit',
  'column',
  'rows',
  'question',
] as const;

/**
 * What a decision comes from: what captions, titles and statements say (`stated`), the table above it (`inherited`), a
 * person's answer or what is known of the office (`answer`), or witnesses that every other reading contradicts (`witnesses`). `asked`:
 * a person must still say.
 */
export const BASES = ['stated', 'inherited', 'answer', 'witnesses', 'asked'] as const;

/**
 * What speaks for or against a decision. `caption`, `statement`: words of the file. `stated-totals`, `subtotals`: rows that
 * state what others make. `parts`: columns that make another (sources, work and advances, plan types). `column-formulas`: the
 * row of column numbers, "(5)=(6)+(7)". `cell-formulas`: the formulas of the cells themselves. `stated-rates`; `remainders`: "còn lại" is
 * the plan less what was disbursed. `plan`: the plan ledger. `last-return`: what was approved last. `magnitude`: what works of a
 * kind take. `figures`: cells that are filled. `other-column`: another column has this meaning.
 */
export const WITNESSES = [
  'caption',
  'statement',
  'stated-totals',
  'subtotals',
  'parts',
  'column-formulas',
  'cell-formulas',
  'stated-rates',
  'remainders',
  'plan',
  'last-return',
  'magnitude',
  'figures',
  'other-column',
] as const;
export type WitnessKind = (typeof WITNESSES)[number];

/** One witness, with how many of its cells, rows or projects agree of those that can be compared. */
export interface Witness {
  readonly witness: WitnessKind;
  /** `waits`: none differs, and some can't be compared until a question is answered or a cell mended. */
  readonly outcome: 'agrees' | 'differs' | 'waits';
  readonly agreeing?: number;
  readonly of?: number;
  /** How many wait. */
  readonly waiting?: number;
  /** Cells that differ or wait, a few; without such, where the witness stands. */
  readonly cells?: readonly CellRef[];
  /** Its words: "ĐVT: triệu đồng", "(9)=(10)+(11)", "I = J + K". */
  readonly text?: string;
  /** Sums of the projects that are compared: as they are read, and what they are held against. */
  readonly read?: AmountText;
  readonly expected?: AmountText;
}

/** Another reading that was possible, what it would have given, and what contradicts it. */
export interface RejectedReading {
  readonly value: string;
  readonly label: string;
  readonly labelEn: string;
  readonly effect?: ChoiceEffect;
  readonly contradictedBy: readonly WitnessKind[];
}

/** Why a column isn't read. */
export const COLUMN_REASONS = [
  /** It holds nothing. */
  'empty',
  /** No caption says what it is. */
  'unnamed',
  /** Another plan year, or several. */
  'other-year',
  'mid-term',
  /** An earlier date, a month or a quarter, the months before. */
  'earlier',
  'period',
  /** What is left of the plan. */
  'remainder',
  /** The plan before an adjustment, or the adjustment. */
  'adjustment',
  /** Another column is the one that counts. */
  'other-column',
  /** A figure that isn't asked for. */
  'not-asked-for',
] as const;

/** What rows can be: `aside`: nothing that counts, as signatures and notes below the table. */
export const ROW_KINDS = [
  'project',
  'line',
  'heading',
  'total',
  'detail',
  'note',
  'unclear',
  'aside',
] as const;

/** One decision of the reader and all that it rests on. */
export interface Evidence {
  readonly decision: (typeof DECISIONS)[number];
  /** The table, as an index of the reading's `sheets`; absent: the whole file. */
  readonly table?: number;
  readonly sheet: string | null;
  /** The columns that it is about, by their letters. */
  readonly columns?: readonly string[];
  /**
   * In the words of an answer: "million-dong", "2023-06-21", "planned:current-year:district-budget", "ignored"; for `rows` one of
   * `ROW_KINDS`; for `question` the value of the choice that was taken. Null: it is open.
   */
  readonly chosen: string | null;
  readonly by: (typeof BASES)[number];
  /** Where that stands, a few cells. */
  readonly cells: readonly CellRef[];
  /** What stands in the first of these cells. */
  readonly text?: string;
  /** Of a table: from its first caption to its last row, "A8:M57". */
  readonly range?: string;
  /** Of rows: how many, and a few of them, from 1 as Excel shows them. */
  readonly count?: number;
  readonly rows?: readonly number[];
  /** Of a column that isn't read. */
  readonly because?: (typeof COLUMN_REASONS)[number];
  /** Of a question: what was asked, and the label of what was taken. */
  readonly question?: Pick<Finding, 'code' | 'asks' | 'message' | 'messageEn'> & {
    readonly label: string;
    readonly labelEn: string;
    /** What the return is with it. */
    readonly effect: ChoiceEffect;
  };
  readonly witnesses: readonly Witness[];
  /** Other readings; of what isn't asked only those that the words of the file leave. */
  readonly rejected: readonly RejectedReading[];
}
