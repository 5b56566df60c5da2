import { isPlanTypeLabel } from '../values/plan-type-text';
import { knownSource } from '../vocabulary/sources';
import { isTotalRow, namesComponent, namesPart } from './labels';
import type { OrdinalClass } from '../values/ordinal';
import type { TableRow } from './table-row';

const RANK: Record<OrdinalClass, number> = {
  upper: 10,
  roman: 20,
  integer: 40,
  'dotted-2': 50,
  'dotted-3': 55,
  'dotted-4': 60,
  lower: 70,
  'lower-roman': 72,
  parenthesis: 75,
  bullet: 80,
};
const ABOVE_INTEGERS = 30;
/** Projects with a code but without ordinals: inside numbered groups, outside lettered and dashed parts. */
const UNMARKED_PROJECT = 65;
/** Parts of a project: deeper than anything with an ordinal. */
export const LEAF = 90;

/**
 * The depth of each row: smaller is further out. From ordinals and codes; in a table without any, from indent, bold type
 * and capitals, or from `depths` where sums showed how rows nest.
 */
export function rankRows(rows: readonly TableRow[], depths: ReadonlyMap<number, number>): number[] {
  if (depths.size > 0) return rankByDepth(rows, depths);
  const first = (classes: readonly OrdinalClass[]): number => {
    const at = rows.findIndex((row) => row.ordinal && classes.includes(row.ordinal.class));
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const firstInteger = first(['integer']);
  const romanOutside = first(['roman']) < first(['upper']);
  const unmarked = rows.findIndex((row) => !row.ordinal && row.codeCell);
  const firstUnmarked = unmarked < 0 ? Number.NEGATIVE_INFINITY : unmarked;
  const isBefore = (a: OrdinalClass, b: OrdinalClass): boolean =>
    first([a]) < first([b]) && first([b]) < Number.POSITIVE_INFINITY;
  const rankOf = (ordinal: OrdinalClass): number => {
    if (ordinal === 'roman' && romanOutside) return RANK.upper - 5;
    // Small letters before the first capital or numeral are capitals of a font that draws them so.
    if (ordinal === 'lower' || ordinal === 'lower-roman') {
      const outer = (['upper', 'roman'] as const).find((other) => isBefore(ordinal, other));
      if (outer) return Math.min(RANK[outer], rankOf(outer)) - 1 + (RANK[ordinal] - RANK.lower) / 10;
      if (first([ordinal]) < firstUnmarked) return ABOVE_INTEGERS + (RANK[ordinal] - RANK.lower) / 10;
    }
    if (
      RANK[ordinal] >= RANK.lower &&
      first([ordinal]) < firstInteger &&
      firstInteger < Number.POSITIVE_INFINITY
    )
      return ABOVE_INTEGERS + (RANK[ordinal] - RANK.lower) / 10;
    return RANK[ordinal];
  };
  const cached = new Map<OrdinalClass, number>();
  const own = rows.map((row) => {
    if (!row.ordinal) return undefined;
    const known = cached.get(row.ordinal.class) ?? rankOf(row.ordinal.class);
    cached.set(row.ordinal.class, known);
    return known;
  });
  const projectRank = mostCommonRank(rows, own);
  return rankUnmarked(rows, own, projectRank);
}

/** The rank of most rows with a code, or else of most marked rows. */
function mostCommonRank(rows: readonly TableRow[], ranks: readonly (number | undefined)[]): number {
  const coded = rows.some((row) => row.codeCell && row.ordinal);
  if (!coded && rows.some((row) => row.codeCell)) return UNMARKED_PROJECT;
  const counts = new Map<number, number>();
  rows.forEach((row, i) => {
    const rank = ranks[i];
    if (rank !== undefined && (!coded || row.codeCell)) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  });
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [LEAF, 0])[0];
}

/**
 * Rows without an ordinal. With a code they are projects. Where the others have ordinals in a column of their own, or
 * codes, they are headings one step outside the row that follows. Where marks stand only before labels ("A. …", "- …")
 * they are projects, and in a table without any mark style must tell.
 */
function rankUnmarked(
  rows: readonly TableRow[],
  own: readonly (number | undefined)[],
  projectRank: number,
): number[] {
  const inColumns = rows.some((row) => row.codeCell ?? (row.ordinal && !row.ordinalInLabel));
  const ranks = own.map((rank) => rank ?? projectRank);
  const beneathWhole = rowsBeneathWhole(rows);
  let next: { row: TableRow; rank: number; above: number } | undefined;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!row) continue;
    let above = 0;
    if (own[i] === undefined && !row.codeCell) {
      if (!inColumns) ranks[i] = rankByStyle(row);
      else if (beneathWhole.has(row) || isPartOfProject(row, rows[i - 1], next?.row)) ranks[i] = LEAF;
      else {
        above = Math.min((next?.above ?? 0) + 1, MOST_HEADINGS);
        const outside = (next?.above ?? 0) < MOST_HEADINGS ? 1 : 0;
        ranks[i] = Math.min(next?.rank ?? projectRank, projectRank) - outside;
      }
    }
    if ((row.codeCell || row.label !== '') && !isTotalRow(row))
      next = { row, rank: ranks[i] ?? projectRank, above };
  }
  return ranks;
}

/** Whether a row says of which source or plan type its amounts are. */
export const isParted = ({ source, planType }: TableRow): boolean => source !== '' || planType !== '';

/** Rows without a mark of their own that say their source or plan type, beneath a coded project that says none. */
function rowsBeneathWhole(rows: readonly TableRow[]): ReadonlySet<TableRow> {
  const beneath = new Set<TableRow>();
  let above: TableRow | undefined;
  for (const row of rows) {
    if (row.codeCell ?? row.ordinal) above = row;
    else if (isTotalRow(row)) above = undefined;
    else if (above?.codeCell && !isParted(above) && above.figures > 0 && isParted(row) && row.figures > 0)
      beneath.add(row);
  }
  return beneath;
}

/** No more headings than these nest right above one another; of more rows without marks nothing tells what they are. */
const MOST_HEADINGS = 30;

/** An unmarked row that breaks a project down by source or kind of cost. A heading of a source starts a new list. */
function isPartOfProject(row: TableRow, before: TableRow | undefined, next: TableRow | undefined): boolean {
  if (row.bold || row.capitals || !before || isTotalRow(before)) return false;
  if (namesComponent(row.label) || (row.figures > 0 && namesPart(row.label))) return true;
  const names = knownSource(row.label) !== undefined || isPlanTypeLabel(row.label);
  return names && next?.ordinal?.position !== 1 && row.figures > 0;
}

/**
 * Between numbered groups and dashed parts. A row with nothing but a label is a heading, or else a project of which
 * nothing at all is said.
 */
function rankByStyle(row: TableRow): number {
  const bare = row.figures === 0 && row.others === 0;
  return (
    UNMARKED_PROJECT +
    Math.min(row.indent, 9) / 10 -
    (row.bold ? 4 : 0) -
    (row.capitals ? 2 : 0) -
    (bare ? 8 : 0)
  );
}

/** Rows without figures head the rows that follow them. */
function rankByDepth(rows: readonly TableRow[], depths: ReadonlyMap<number, number>): number[] {
  const ranks: number[] = [];
  let next = 0;
  for (const row of rows.toReversed()) {
    const depth = depths.get(row.index);
    if (depth === undefined && row.ordinal) {
      // Parts with a dash before their label stand beneath whatever is above them.
      ranks.push(LEAF);
      continue;
    }
    next = depth ?? next - 0.01;
    ranks.push(next);
  }
  return ranks.reverse();
}
