import {
  absDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  halfOfLastDigit,
  negateDecimal,
  timesInteger,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import type { Ordinal } from '../values/ordinal';

/** An amount with the decimals that a person sees. */
export interface Shown {
  readonly value: Decimal;
  readonly decimals: number;
}

/** A row that may state the sum of those that follow it. */
export interface SummedRow {
  readonly ordinal: Ordinal | undefined;
  /** It has a project's code, and so states no sum of others. */
  readonly coded: boolean;
  /** What it states, column by column; undefined where blank or unread. */
  readonly stated: readonly (Shown | undefined)[];
  /** What it adds to the rows above. */
  readonly adds: readonly (Shown | undefined)[];
}

/** A heading may state the amounts of a single project beneath it; two projects may also be equal. */
export interface HeadsWanted {
  readonly ofOne: boolean;
}

/** A heading proven by its sum: the last row beneath it, and whether its own mark sets it apart from the rows beneath. */
export interface Head {
  readonly last: number;
  readonly apart: boolean;
}

/** Steps per row before the rows are left as their marks have them: what adds up beyond is made to be slow. */
const MOST_STEPS = 60;

/**
 * The rows without a code that state, in each column that they fill, the sum of the rows that follow them, whatever stands in their
 * column of ordinals: "-", "(1)", "II.1" or nothing. In a table with codes only those are added, and headings already found.
 */
export function headsBySums(rows: readonly SummedRow[], { ofOne }: HeadsWanted): ReadonlyMap<number, Head> {
  const heads = new Map<number, Head>();
  const hasCodes = rows.some(({ coded }) => coded);
  /** The rows from the current one down that count and stand beneath no other, the next one last. */
  const open: number[] = [];
  let steps = rows.length * MOST_STEPS;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!row) continue;
    const reach = row.coded ? { count: 0, steps: 1 } : reachOf(row, rows, open, heads);
    steps -= reach.steps;
    if (steps < 0) return new Map();
    const first = rows[open.at(-1) ?? -1];
    const furthest = open.at(-reach.count);
    const heading =
      first !== undefined &&
      furthest !== undefined &&
      (reach.count > 1 || (reach.count === 1 && ofOne && mayHeadOne(row, first)));
    if (heading) {
      const last = heads.get(furthest)?.last ?? furthest;
      heads.set(i, { last, apart: isApart(row, first) });
      while ((open.at(-1) ?? rows.length) <= last) open.pop();
    }
    if (heading || row.coded || !hasCodes) open.push(i);
  }
  return heads;
}

/** How many of the open rows make what the row states; 0: none do. Rows of nothing but zeros go with those before them. */
function reachOf(
  row: SummedRow,
  rows: readonly SummedRow[],
  open: readonly number[],
  heads: ReadonlyMap<number, Head>,
): { count: number; steps: number } {
  const columns = row.stated.flatMap((shown, column) => (shown ? [column] : []));
  if (!columns.some((column) => (row.stated[column]?.value.coefficient ?? 0n) > 0n))
    return { count: 0, steps: 1 };
  const sums = new Map(columns.map((column) => [column, { value: ZERO_DECIMAL, decimals: 0 }]));
  let count = 0;
  for (let at = 1; at <= open.length; at += 1) {
    const next = open.at(-at) ?? -1;
    const adds = rows[next]?.adds ?? [];
    const isNothing = columns.every((column) => (adds[column]?.value.coefficient ?? 0n) === 0n);
    if (count > 0 && (!isNothing || heads.has(next))) return { count, steps: at };
    for (const [column, sum] of sums) {
      const added = adds[column];
      if (!added) continue;
      sum.value = addDecimals(sum.value, added.value);
      sum.decimals = Math.max(sum.decimals, added.decimals);
    }
    const order = columns.map((column) => compareShown(sums.get(column), row.stated[column], at));
    if (order.every((o) => o === 0)) count = at;
    else if (order.some((o) => o > 0)) return { count, steps: at };
  }
  return { count, steps: open.length + 1 };
}

/** Whether a sum of so many amounts is less than the stated one, as much but for rounding, or more. */
function compareShown(sum: Shown | undefined, stated: Shown | undefined, count: number): number {
  if (!sum || !stated) return 0;
  const difference = addDecimals(sum.value, negateDecimal(stated.value));
  const ofTerms = timesInteger(halfOfLastDigit(sum.decimals), count);
  const ofStated = halfOfLastDigit(stated.decimals);
  const rounding = compareDecimals(ofTerms, ofStated) > 0 ? ofTerms : ofStated;
  if (difference.coefficient === 0n) return 0;
  return count > 1 && compareDecimals(absDecimal(difference), rounding) <= 0
    ? 0
    : compareDecimals(difference, ZERO_DECIMAL);
}

/** "Khởi công mới" over "1 Chợ": another series begins, or the first code. */
function mayHeadOne(row: SummedRow, first: SummedRow): boolean {
  return first.coded || isApart(row, first);
}

/** Whether the rows beneath begin a series of their own, by their ordinals. */
function isApart({ ordinal, coded }: SummedRow, first: SummedRow): boolean {
  if (first.coded && !coded) return true;
  if (ordinal?.class !== first.ordinal?.class) return true;
  return ordinal !== undefined && ordinal.class !== 'bullet' && first.ordinal?.position === 1;
}
