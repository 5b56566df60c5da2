/** A workbook to be filled in, as plain data: what stands where, what may be typed, and how it looks. */
export interface FormWorkbook {
  readonly sheets: readonly FormSheet[];
  /** When it was made. */
  readonly createdAt: Date;
}

export interface FormSheet {
  readonly name: string;
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  /** From row 1 on; an empty row is an empty list. */
  readonly rows: readonly FormRow[];
  /** A1 ranges. */
  readonly merges: readonly string[];
  /** How many rows and columns stay in sight; the header's rows are repeated on each printed page. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly printedHeader?: { readonly first: number; readonly last: number };
  /** Cells that aren't inputs refuse to be typed into; there is no password, so that an office can change its form. */
  readonly isProtected?: boolean;
}

export type FormRow = readonly FormCell[];

/** Indexes count from 0. */
export interface FormCell {
  readonly column: number;
  readonly look: FormLook;
  readonly content?: FormContent;
  /** May be typed into; coloured. */
  readonly input?: InputRule;
  /** Shown when the cell is pointed at. */
  readonly note?: string;
}

export type FormContent =
  | { readonly type: 'text'; readonly text: string }
  /** Whole đồng, m², households: exact as far as a cell of Excel is, 15 digits. */
  | { readonly type: 'number'; readonly number: bigint | number }
  /** `YYYY-MM-DD`. */
  | { readonly type: 'date'; readonly date: string }
  /** The formula without "=", and the value that it has now, for programs that don't calculate. */
  | { readonly type: 'formula'; readonly formula: string; readonly value: number | string };

/** What a cell looks like; `InputRule` adds the colour of inputs. */
export type FormLook =
  | 'title'
  | 'letterhead'
  | 'centred'
  | 'right'
  | 'plain'
  | 'wrapped'
  | 'header'
  | 'column-number'
  | 'total-text'
  | 'total-amount'
  | 'total-rate'
  | 'group-ordinal'
  | 'group-text'
  | 'group-amount'
  | 'group-rate'
  | 'text'
  | 'ordinal'
  | 'amount'
  | 'area'
  | 'rate'
  | 'date';

/** What may be typed into an input; anything else is refused with `error`, except where it is only a proposal. */
export interface InputRule {
  readonly type: 'amount' | 'count' | 'date' | 'text' | 'proposals' | 'condition';
  /** A1 range of the texts that a `proposals` input offers, or the formula that a `condition` input must satisfy. */
  readonly formula?: string;
  readonly errorTitle?: string;
  readonly error?: string;
}

/** Height of a line of text of 12 points, in points. */
export const LINE_HEIGHT = 16.5;
/** The highest row that Excel allows, in points. */
export const HIGHEST_ROW = 409;

/** How many lines a text takes in a column so many characters wide; programs differ by a little, so it leaves room. */
export function linesOf(text: string, width: number): number {
  const perLine = Math.max(1, width * 0.95);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
}
