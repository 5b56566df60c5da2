/** What a declared correction says: a number in the unit of its column, a text (also a code), or a date. */
export const CORRECTION_TYPES = ['number', 'text', 'date'] as const;
export type CorrectionType = (typeof CORRECTION_TYPES)[number];

/** What a person declares to be right for a cell. */
export interface DeclaredCorrection {
  readonly sheet: string;
  /** A1 name; of a merged range any of its cells. */
  readonly cell: string;
  readonly type: CorrectionType;
  /** "12500.5", in the cell's own unit; a text; "2023-06-21". */
  readonly value: string;
  readonly reason: string;
}

/** What stands in a cell of the file; `unknown`: a formula without a value. */
export const STOOD_TYPES = ['number', 'text', 'date', 'boolean', 'error', 'unknown', 'empty'] as const;

export interface StoodCell {
  readonly type: (typeof STOOD_TYPES)[number];
  /** A number as a decimal, a date as YYYY-MM-DD; null: nothing. */
  readonly text: string | null;
  /** Without its "="; null: it was typed. */
  readonly formula: string | null;
}

/** A correction that the reading was made with, and what the file has there. */
export interface CorrectionReading extends DeclaredCorrection {
  /** The first cell of a merged range. */
  readonly cell: string;
  readonly stood: StoodCell;
}
