import { type Dong, formatRate, type PlainDate, sumDong } from '@thongvon/kernel';
import type { CellRef, ReturnKind } from '@thongvon/return-reader';
import type { OutsidePlan, TotalChange } from './consequence';

/** What approving the return would change, before anything counts. Amounts are whole đồng as decimal strings. */
export interface Preview {
  readonly sections: readonly PreviewSection[];
  /** What the return says in words against what was said before, as listeners find it. Absent in older previews. */
  readonly remarks?: readonly PreviewRemark[];
  /** Totals that approving it would lower, or in which projects vanish or fall. Absent in older previews. */
  readonly consequences?: readonly TotalChange[];
}

/** `proposed`: a mere remark, no blocker until a person says so; `accepted`, `declined`: a person has, in this return. */
export type RemarkState =
  'new' | 'changed' | 'unchanged' | 'returned' | 'vanished' | 'proposed' | 'accepted' | 'declined';

/** A text of the return about a project, and what it was before. */
export interface PreviewRemark {
  readonly topic: 'blocker';
  readonly state: RemarkState;
  readonly projectId: string | null;
  readonly code: string | null;
  readonly name: string;
  /** Null: no longer said. */
  readonly text: string | null;
  readonly before: string | null;
  readonly cell: CellRef | null;
  /** Which blocker an accepted remark was opened as. */
  readonly blockerId?: string | null;
}

/** A number of a row that is no amount, or one of several: households, m², đồng. A decimal text. */
export interface PreviewNumber {
  readonly measure: string;
  readonly unit: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: string | null;
  readonly cell: CellRef | null;
}

export interface PreviewTotal {
  readonly before: string | null;
  readonly after: string | null;
  readonly change: string | null;
}

/** An approved return of the same office, kind and date that ends when this one is approved, and how the two differ. */
export interface PreviewReplacement {
  /** The one approved last, where several end. */
  readonly returnId: string;
  readonly approvedAt: string;
  /** How many projects it tells otherwise, those that it leaves out among them. */
  readonly changed: number;
  /** Those of them of which another amount was disbursed; the others differ in sources or parts only. Absent in what was kept before. */
  readonly changedAmounts?: number;
  /** How many projects have cells that aren't settled: none of them is said to differ yet. Absent: none. */
  readonly unread?: number;
  /** Its sum less the approved one's; null where neither tells any, and while something isn't settled. */
  readonly difference: string | null;
  /** What only the approved one tells: it counts no longer. */
  readonly leftOut: readonly LeftOutProject[];
}

export interface LeftOutProject {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly amount: string | null;
}

/** What a decision that is in the ledger already would become: by each choice of RET-DECISION-AGAIN. */
export interface DecisionAgain {
  readonly number: string;
  readonly date: PlainDate;
  /** The approved returns that brought it. */
  readonly returnIds: readonly string[];
  /** What was answered; null while it is asked. */
  readonly chosen: AgainChoice | null;
  readonly choices: readonly { readonly choice: AgainChoice; readonly changes: readonly TotalChange[] }[];
}

export const AGAIN_CHOICES = ['annex', 'replacement'] as const;
export type AgainChoice = (typeof AGAIN_CHOICES)[number];

export interface PreviewSection extends PreviewTotal {
  readonly kind: ReturnKind;
  /** Of a plan whose decision is in the ledger already. */
  readonly again?: DecisionAgain;
  readonly rows: readonly PreviewRow[];
  /** What its sums hold of projects that the plan doesn't name, which count in no total. Absent: nothing. */
  readonly outside?: OutsidePlan;
  /** Absent where approving it ends no other return. */
  readonly replaces?: PreviewReplacement;
  /** Sums of the rows' numbers, where the kind has numbers besides the amount. */
  readonly numbers?: readonly PreviewNumber[];
}

export const PREVIEW_STATES = ['new', 'missing', 'fell', 'unchanged', 'grew', 'not-reported'] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

export interface PreviewRow extends PreviewTotal {
  readonly projectId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly state: PreviewState;
  /** The plan in the ledger and as the return states it, where the kind has one. */
  readonly planned: string | null;
  readonly plannedStated: string | null;
  /** For how many full weeks the amount has not moved; null where it has, or nothing was known. */
  readonly unchangedWeeks: number | null;
  readonly cell: CellRef | null;
  /** A cell that its amount comes from isn't settled: it isn't silent, and what it says isn't all (ADR 0232). */
  readonly unread?: boolean;
  /**
   * What the approved return that it replaces says, null: nothing. Only where it tells the project otherwise, be it in
   * parts that this amount doesn't show.
   */
  readonly replaced?: string | null;
  /** The row's numbers, where the kind has some besides the amount. */
  readonly numbers?: readonly PreviewNumber[];
}

/** A row from what counted before and what the return says; the state follows from the two. */
export function previewRow(row: {
  projectId: string | null;
  code: string | null;
  name: string;
  before: Dong | null;
  after: Dong | null;
  cell: CellRef | null;
  planned?: Dong | null;
  plannedStated?: Dong | null;
  unchangedWeeks?: number | null;
  missing?: boolean;
  unread?: boolean;
}): PreviewRow {
  const { before, after } = row;
  return {
    projectId: row.projectId,
    code: row.code,
    name: row.name,
    state: row.missing ? 'missing' : stateOf(before, after),
    before: text(before),
    after: text(after),
    change: before === null || after === null ? null : (after - before).toString(),
    planned: text(row.planned ?? null),
    plannedStated: text(row.plannedStated ?? null),
    unchangedWeeks: row.unchangedWeeks ?? null,
    cell: row.cell,
    ...(row.unread === true && { unread: true }),
  };
}

/**
 * Sums of the rows for which the return says an amount; the change counts what is new as grown from nothing. What was approved
 * of a missing project, or of one whose cell is blank, stays, so that it is no fall (contract, section 2, "Silence isn't zero").
 */
export function previewTotal(rows: readonly PreviewRow[]): PreviewTotal {
  const named = rows.filter(({ state }) => state !== 'missing' && state !== 'not-reported');
  const before = sumDong(named.map((row) => amount(row.before)));
  const after = sumDong(named.map((row) => amount(row.after)));
  return {
    before: text(before),
    after: text(after),
    change: after === null ? null : (after - (before ?? 0n)).toString(),
  };
}

function stateOf(before: Dong | null, after: Dong | null): PreviewState {
  if (after === null) return 'not-reported';
  if (before === null) return 'new';
  return after < before ? 'fell' : after === before ? 'unchanged' : 'grew';
}

const text = (value: Dong | null): string | null => value?.toString() ?? null;
const amount = (value: string | null): Dong | null => (value === null ? null : BigInt(value));

/** Rows that are reported as one line. Amounts are whole đồng as decimal strings; null where none is known. */
interface SummedRows {
  readonly projects: number;
  readonly before: string | null;
  readonly after: string | null;
}

interface ShownRow extends PreviewRow {
  /** What the return says of the plan in the ledger: percent, two decimals. */
  readonly rate: string | null;
}

interface ShownSection extends PreviewSection {
  readonly rows: readonly ShownRow[];
  /** What was approved of projects that the return doesn't name: it stays. */
  readonly missing: SummedRows;
  /** What the return says as it was, which no other return reported otherwise. */
  readonly unchanged: SummedRows;
  readonly replaces?: PreviewReplacement & { readonly leftOutAmount: string | null };
}

export type ShownPreview = Omit<Preview, 'sections'> & { readonly sections: readonly ShownSection[] };

/** A preview as people see it: with the sums and rates of its rows. They follow from it, so they aren't stored with it. */
export function shownPreview({ sections, ...preview }: Preview): ShownPreview {
  return { ...preview, sections: sections.map(shownSection) };
}

function shownSection({ rows, replaces, ...section }: PreviewSection): ShownSection {
  const leftOut = replaces && {
    ...replaces,
    leftOutAmount: sum(replaces.leftOut.map(({ amount }) => amount)),
  };
  return {
    ...section,
    rows: rows.map((row) => ({ ...row, rate: rateOf(row) })),
    missing: summed(rows.filter(({ state }) => state === 'missing')),
    unchanged: summed(rows.filter(({ state, replaced }) => state === 'unchanged' && replaced === undefined)),
    ...(leftOut && { replaces: leftOut }),
  };
}

function summed(rows: readonly PreviewRow[]): SummedRows {
  return {
    projects: rows.length,
    before: sum(rows.map(({ before }) => before)),
    after: sum(rows.map(({ after }) => after)),
  };
}

const sum = (amounts: readonly (string | null)[]): string | null =>
  sumDong(amounts.map((amount) => (amount === null ? null : BigInt(amount))))?.toString() ?? null;

const rateOf = ({ after, planned }: PreviewRow): string | null =>
  after === null || planned === null ? null : formatRate(BigInt(after), BigInt(planned));
