import type { Decimal } from '@thongvon/kernel';
import { addDecimals, compareDecimals } from '../values/decimals';
import type { TableRow } from './table-row';

/** The figures of a row in the columns that are added up; undefined where blank or unread. */
export type Vector = readonly (Decimal | undefined)[];

export interface Nesting {
  /** How many headings each row stands beneath. */
  readonly depths: readonly number[];
  /** Rows that equal the one row beneath them: a heading of one project, or two projects with equal amounts. */
  readonly doubtful: ReadonlySet<number>;
}

/** The rows that may be projects or headings where a table marks neither, by ordinals or codes; undefined where it does. */
export function unmarkedRows(rows: readonly TableRow[]): readonly TableRow[] | undefined {
  const outer = rows.filter((row) => !(row.ordinalInLabel && row.ordinal?.class === 'bullet'));
  return outer.some((row) => row.ordinal !== undefined || row.codeCell) ? undefined : outer;
}

/** No table of people nests deeper; what adds up beyond is chance, or made to be slow. */
const MOST_LEVELS = 30;

/**
 * Finds headings in a table that marks them in no way, neither by ordinals nor by codes nor by style: a row that
 * equals the sum of the rows that follow it, to the last digit and in several columns, is their subtotal. Read as a
 * project it would be counted twice. `others` counts the texts next to the label of each row, `isHeading`
 * says which a person has called one. Linear but for the depth of nesting, since amounts only grow while adding.
 */
export function nestBySums(
  rows: readonly Vector[],
  others: readonly number[],
  isHeading: (i: number) => boolean = () => false,
): Nesting {
  const depths = rows.map(() => 0);
  const doubtful = new Set<number>();
  /** How many levels of rows stand beneath each row. */
  const heights = rows.map(() => 0);
  /** Rows from the current one down that are not beneath another, the next one last. */
  let open: number[] = [];
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const count = followersThatAddUp(rows, i, open);
    const height = count === 0 ? 0 : 1 + Math.max(...open.slice(-count).map((row) => heights[row] ?? 0));
    if (height > MOST_LEVELS || (count > 0 && isWeak(rows[i]) && !isHeading(i))) {
      doubtful.add(i);
      open.push(i);
      continue;
    }
    // A heading says less of itself than the one project beneath it: no owner, source or note.
    const says = !isWeak(rows[i]) && (others[i] ?? 0) < (others[open.at(-1) ?? i] ?? 0);
    const heads = count === 1 && (isHeading(i) || says);
    if (count === 1 && !heads) doubtful.add(i);
    if (count >= 2 || heads) {
      heights[i] = height;
      const end = open.length > count ? (open.at(-count - 1) ?? rows.length) : rows.length;
      for (let j = i + 1; j < end; j += 1) depths[j] = (depths[j] ?? 0) + 1;
      open = open.filter((row) => row >= end);
    }
    open.push(i);
  }
  return { depths, doubtful };
}

/** One column may add up by chance: whether it is a heading, a person says. */
const isWeak = (row: Vector | undefined): boolean =>
  (row ?? []).filter((value) => value && value.coefficient > 0n).length < 2;

function followersThatAddUp(rows: readonly Vector[], i: number, open: readonly number[]): number {
  const total = rows[i] ?? [];
  const columns = total.flatMap((value, c) => (value && value.coefficient > 0n ? [c] : []));
  if (columns.length === 0) return 0;
  let sums = total.map(() => ZERO);
  for (let count = 1; count <= open.length; count += 1) {
    const row = rows[open.at(-count) ?? -1] ?? [];
    sums = sums.map((sum, c) => addDecimals(sum, row[c] ?? ZERO));
    const order = total.map((value, c) => compareDecimals(sums[c] ?? ZERO, value ?? ZERO));
    if (order.every((o) => o === 0)) return count;
    if (order.some((o) => o > 0)) return 0;
  }
  return 0;
}

const ZERO: Decimal = { coefficient: 0n, scale: 0 };
