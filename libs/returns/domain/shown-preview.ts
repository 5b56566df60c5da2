import { formatRate, sumDong } from '@thongvon/kernel';
import type { Preview, PreviewReplacement, PreviewRow, PreviewSection } from './preview';

/** Rows that are reported as one line. Amounts are whole đồng as decimal strings; null where none is known. */
export interface SummedRows {
  readonly projects: number;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ShownRow extends PreviewRow {
  /** What the return says of the plan in the ledger: percent, two decimals. */
  readonly rate: string | null;
}

export interface ShownSection extends PreviewSection {
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
