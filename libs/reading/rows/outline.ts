import type { RowRole } from '../options';
import { knownSource, namesSource } from '../values/source-label';
import { isDetailLabel, isTotalLabel, mayBeTotalLabel, namesComponent, readsLikeHeading } from './labels';
import type { OrdinalClass } from './ordinal';
import type { TableRow } from './table-row';

/** What one row is in its table. */
export type RowKind = 'total' | 'node' | 'continuation' | 'detail' | 'second-line' | 'unlabelled' | 'unclear';

/** A node of the outline: a group with children, or a project. */
export interface OutlineNode {
  readonly row: TableRow;
  readonly parent: OutlineNode | undefined;
  readonly children: OutlineNode[];
  /** Rows that carry more of the same project: one per source, under a merged or blank name. */
  readonly continuations: TableRow[];
  /** The name, when it was broken over two rows. */
  label: string;
}

export interface Outline {
  readonly roots: readonly OutlineNode[];
  readonly nodes: readonly OutlineNode[];
  readonly totals: readonly TableRow[];
  readonly kinds: ReadonlyMap<number, RowKind>;
}

const RANK: Record<OrdinalClass, number> = {
  upper: 10,
  roman: 20,
  integer: 40,
  'dotted-2': 50,
  'dotted-3': 55,
  'dotted-4': 60,
  lower: 70,
  parenthesis: 75,
  bullet: 80,
};
const ABOVE_INTEGERS = 30;

/** Builds the tree of a table from ordinals, codes, labels and styles. Never from amounts. */
export function buildOutline(
  rows: readonly TableRow[],
  roleOf: (row: TableRow) => RowRole | undefined,
): Outline {
  const ranks = rankRows(rows);
  const nodes: OutlineNode[] = [];
  const totals: TableRow[] = [];
  const kinds = new Map<number, RowKind>();
  const stack: { node: OutlineNode; rank: number }[] = [];
  let inDetails: number | undefined;
  rows.forEach((row, i) => {
    const last = nodes.at(-1);
    const rank = ranks[i] ?? LEAF;
    const kind = kindOf(row, rank, last, inDetails, rows, i, roleOf(row));
    kinds.set(row.index, kind);
    if (kind === 'detail') {
      if (isDetailLabel(row.label)) inDetails = rank;
      return;
    }
    if (kind === 'total') totals.push(row);
    if (kind === 'continuation') last?.continuations.push(row);
    if (kind === 'second-line' && last) last.label = `${last.label} ${row.label}`;
    if (kind !== 'node') return;
    inDetails = undefined;
    while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= rank) stack.pop();
    const parent = stack.at(-1)?.node;
    const node: OutlineNode = { row, parent, children: [], continuations: [], label: row.label };
    parent?.children.push(node);
    nodes.push(node);
    stack.push({ node, rank });
  });
  return { roots: nodes.filter((node) => !node.parent), nodes, totals, kinds };
}

const LEAF = 90;

function kindOf(
  row: TableRow,
  rank: number,
  last: OutlineNode | undefined,
  inDetails: number | undefined,
  rows: readonly TableRow[],
  i: number,
  role: RowRole | undefined,
): RowKind {
  if (role === 'ignored' || role === 'detail') return 'detail';
  if (role === 'project' || role === 'group') return 'node';
  if (isTotalRow(row)) return 'total';
  if (row.continues !== undefined && last && row.continues <= last.row.index && row.label === '')
    return 'continuation';
  if (!row.codeCell && isDetailLabel(row.label)) return 'detail';
  if (inDetails !== undefined && !row.codeCell && isStillDetail(row, rank, inDetails)) return 'detail';
  if (row.label === '' && !row.codeCell) return unnamed(row, last);
  if (isSecondLine(row, last, rows, i)) return 'second-line';
  return 'node';
}

function isTotalRow(row: TableRow): boolean {
  if (row.codeCell) return false;
  if (isTotalLabel(row.label)) return true;
  if (!mayBeTotalLabel(row.label)) return false;
  return (
    row.ordinal === undefined ||
    row.ordinal.class === 'upper' ||
    row.ordinal.class === 'roman' ||
    row.ordinal.class === 'bullet'
  );
}

/** After "Trong đó:" the parts follow as bullets, letters or names of sources, up to the next row of the outline. */
function isStillDetail(row: TableRow, rank: number, detailRank: number): boolean {
  if (
    row.ordinal?.class === 'bullet' ||
    row.ordinal?.class === 'lower' ||
    row.ordinal?.class === 'parenthesis'
  )
    return rank >= detailRank || detailRank >= LEAF;
  return row.ordinal === undefined && (namesComponent(row.label) || knownSource(row.label) !== undefined);
}

function unnamed(row: TableRow, last: OutlineNode | undefined): RowKind {
  if (row.figures === 0) return 'detail';
  return last && row.source !== '' && row.ordinal === undefined ? 'continuation' : 'unlabelled';
}

/**
 * The second line of a long name: only a label, right under a project that has ordinal or figures. A heading is told
 * apart by its ordinal, capitals, bold type or words.
 */
function isSecondLine(
  row: TableRow,
  last: OutlineNode | undefined,
  rows: readonly TableRow[],
  i: number,
): boolean {
  if (row.ordinal || row.codeCell || row.figures > 0 || !last) return false;
  const before = rows[i - 1];
  if (before?.index !== row.index - 1 || before.index !== last.row.index) return false;
  if (!before.ordinal && !before.codeCell) return false;
  if (before.figures === 0 && !before.codeCell) return false;
  if (row.capitals || (row.bold && !before.bold) || namesSource(row.label)) return false;
  return /^[\p{Ll}(\d–-]/u.test(row.label) || !readsLikeHeading(row.label);
}

/** The depth of each row: smaller is further out. */
function rankRows(rows: readonly TableRow[]): number[] {
  const first = (classes: readonly OrdinalClass[]): number => {
    const at = rows.findIndex((row) => row.ordinal && classes.includes(row.ordinal.class));
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const firstInteger = first(['integer']);
  const romanOutside = first(['roman']) < first(['upper']);
  const rankOf = (ordinal: OrdinalClass): number => {
    if (ordinal === 'roman' && romanOutside) return RANK.upper - 5;
    if (
      RANK[ordinal] >= RANK.lower &&
      first([ordinal]) < firstInteger &&
      firstInteger < Number.POSITIVE_INFINITY
    )
      return ABOVE_INTEGERS;
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
  const counts = new Map<number, number>();
  rows.forEach((row, i) => {
    const rank = ranks[i];
    if (rank !== undefined && (!coded || row.codeCell)) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  });
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [LEAF, 0])[0];
}

/**
 * Rows without an ordinal: with a code they are projects; otherwise, where the others have ordinals or codes, they are
 * headings one step outside the row that follows; in a table without any they are told apart by indent and bold type.
 */
function rankUnmarked(
  rows: readonly TableRow[],
  own: readonly (number | undefined)[],
  projectRank: number,
): number[] {
  const marked = own.some((rank) => rank !== undefined) || rows.some((row) => row.codeCell);
  const ranks = own.map((rank) => rank ?? projectRank);
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!row || own[i] !== undefined || row.codeCell) continue;
    const next = nextNode(rows, i);
    if (!marked) ranks[i] = LEAF + Math.min(row.indent, 9) - (row.bold ? 20 : 0) - (row.capitals ? 10 : 0);
    else if (isPartOfProject(row, rows[i - 1], next === undefined ? undefined : rows[next])) ranks[i] = LEAF;
    else
      ranks[i] = Math.min(next === undefined ? projectRank : (ranks[next] ?? projectRank), projectRank) - 1;
  }
  return ranks;
}

/** An unmarked row that breaks a project down by source or kind of cost. A heading of a source starts a new list. */
function isPartOfProject(row: TableRow, before: TableRow | undefined, next: TableRow | undefined): boolean {
  if (row.bold || row.capitals || !before || isTotalRow(before)) return false;
  if (namesComponent(row.label)) return true;
  return knownSource(row.label) !== undefined && next?.ordinal?.position !== 1 && row.figures > 0;
}

function nextNode(rows: readonly TableRow[], i: number): number | undefined {
  for (let next = i + 1; next < rows.length; next += 1) {
    const row = rows[next];
    if (row && (row.codeCell || row.label !== '') && !isTotalRow(row)) return next;
  }
  return undefined;
}
