import type { FindingCode } from './finding-codes';

/** An amount in whole đồng as a decimal string; null when not reported. */
export type AmountText = string | null;

export interface CellRef {
  readonly sheet: string;
  readonly cell: string;
}

/** What an answer gives: one of the finding's choices, or what is named here. */
export const ASKS = [
  /** The unit of the sheet's table, as in `AMOUNT_UNITS`. */
  'unit',
  /** The unit of the column in which the finding's cell stands, or "D=million-dong": of the columns named. */
  'column-unit',
  /** By which power of ten the unit of this one cell differs from its column's: "3", "-6"; "0": not at all. */
  'cell-scale',
  /** The as-of date, `YYYY-MM-DD`. */
  'as-of',
  'plan-year',
  /** "number; YYYY-MM-DD; initial" or "…; adjustment". */
  'decision',
  /** "E=disbursed": a column and its meaning; several with commas between. */
  'column',
  /** How an ambiguous text number is to be read. */
  'amount',
  /** What the row is. */
  'row',
  'kind',
  /** Whether the sheet counts, as in `SHEET_ROLES`. */
  'sheet',
  /** The project of the register that is meant, or "new". */
  'project',
  /** One of the finding's choices, for who asked to act on. */
  'choice',
  /** Why it is so. */
  'reason',
] as const;
export type Ask = (typeof ASKS)[number];

export type Severity = 'error' | 'question' | 'warning' | 'info';

/** What a choice would make of the return, found by reading it with that choice taken. */
export interface ChoiceEffect {
  /** This year's plan and what was disbursed of it. */
  total: { planned: AmountText; disbursed: AmountText };
  agrees: Agreement[];
}

/** Against what a choice is held: the plan ledger, the last approved return, the totals and rates that the file states. */
export const AGREEMENTS = ['plan', 'last-return', 'stated-totals', 'stated-rates'] as const;

export interface Agreement {
  with: (typeof AGREEMENTS)[number];
  outcome: 'agrees' | 'differs' | 'unknown';
  /** Of the projects that are known: the sum as it is read with the choice, and what it is held against. */
  read?: string;
  expected?: string;
  /** How many stated cells differ, or how many projects of those that are known. */
  differing?: number;
}

/** Something that a person should know about one cell (or, without a cell, about a sheet or the whole file). */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  sheet: string | null;
  cell: string | null;
  /** What stands there, as text. */
  value: string | null;
  /** Vietnamese: what is wrong and how to mend it. */
  message: string;
  messageEn: string;
  /** What an answer to this question settles; without it the file must be mended. */
  asks?: Ask;
  /** For a question: the readings to choose from, each with what it would mean. */
  choices?: { value: string; label: string; labelEn: string; effect?: ChoiceEffect }[];
  /** Why it isn't said what its choices would do: reading the file with each of them would take too long. */
  withoutEffects?: 'size';
  /** The reason that a person gave for it; it is then information only. */
  reason?: string;
  /** Stands for so many more of its code and severity, which are not listed. */
  more?: number;
}
