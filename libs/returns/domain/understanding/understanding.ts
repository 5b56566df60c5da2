import type { Name } from '@thongvon/kernel';
import type { CellRef, TableMapping, Witness } from '@thongvon/return-reader';

/** How a return was understood, in words for whoever looks at it: sender and approver see the same. */
export interface Understanding {
  /** False: read before evidence was kept. */
  readonly isKnown: boolean;
  /** What all of it comes to, in a sentence. */
  readonly headline: string;
  readonly headlineEn: string;
  /** What holds for the whole file: what it is, plan year, date. */
  readonly facts: readonly Fact[];
  readonly tables: readonly UnderstoodTable[];
  /** What agrees and what doesn't, over the whole file. */
  readonly proofs: readonly Proof[];
  /** Sheets that aren't read. */
  readonly leftOut: readonly Fact[];
  /** Questions that the whole table answered, so that nobody is asked. */
  readonly settled: readonly SettledQuestion[];
}

export interface Fact {
  readonly about: 'kind' | 'plan-year' | 'as-of' | 'unit' | 'rows' | 'sheet';
  readonly label: string;
  readonly labelEn: string;
  readonly value: string;
  readonly valueEn: string;
  /** A person must still say. */
  readonly isOpen: boolean;
  /** What it comes from where that isn't the file's words; null: these are. */
  readonly basis: string | null;
  readonly basisEn: string | null;
  readonly cells: readonly CellRef[];
  /** What stands in the first of the cells. */
  readonly text: string | null;
  readonly proofs: readonly Proof[];
}

export interface Proof {
  readonly outcome: Witness['outcome'];
  /** False: it agrees in that nothing has fallen, which is no equality. */
  readonly isSame: boolean;
  readonly text: string;
  readonly textEn: string;
  readonly cells: readonly CellRef[];
}

export interface UnderstoodTable {
  readonly sheet: string;
  readonly range: string;
  /** "Bảng A8:M57: báo cáo giải ngân". */
  readonly title: string;
  readonly titleEn: string;
  readonly facts: readonly Fact[];
  readonly columns: readonly UnderstoodColumn[];
  readonly proofs: readonly Proof[];
  /** The tables of its sheet as an answer would describe them; null for what isn't read. */
  readonly described: readonly TableMapping[] | null;
  /** What a column of such a table can mean. */
  readonly meanings: readonly MeaningChoice[];
}

export interface UnderstoodColumn {
  readonly column: string;
  readonly cell: CellRef;
  /** Its captions from the outermost in. */
  readonly captions: readonly string[];
  /** As an answer gives it; null: a person must still say. */
  readonly meaning: string | null;
  readonly says: string;
  readonly saysEn: string;
  /** Why it isn't read, or what its meaning comes from; null where the captions say it. */
  readonly because: string | null;
  readonly becauseEn: string | null;
  readonly isRead: boolean;
  readonly proofs: readonly Proof[];
}

export interface MeaningChoice {
  readonly value: string;
  readonly label: string;
  readonly labelEn: string;
}

export interface SettledQuestion {
  readonly question: string;
  readonly questionEn: string;
  readonly answer: string;
  readonly answerEn: string;
  readonly cells: readonly CellRef[];
  readonly proofs: readonly Proof[];
  readonly rejected: readonly RejectedAnswer[];
}

export interface RejectedAnswer {
  readonly label: string;
  readonly labelEn: string;
  /** What contradicts it; null where nothing is compared. */
  readonly because: string | null;
  readonly becauseEn: string | null;
}

export const named = ({ vi, en }: Name): { readonly label: string; readonly labelEn: string } => ({
  label: vi,
  labelEn: en,
});
