import { addDecimals, compareDecimals, type Decimal, ZERO_DECIMAL } from '@thongvon/kernel';
import type { RowRole } from '../model/options';
import { textOf } from '../sheet/grid';
import type { OrdinalClass } from '../values/ordinal';
import { knownSource, namesSource } from '../vocabulary/sources';
import {
  isComparisonLabel,
  isDetailLabel,
  isTotalRow,
  namesComponent,
  noteOf,
  readsLikeHeading,
  saysTotal,
} from './labels';
import { isParted, LEAF, rankRows } from './ranks';
import type { TableRow } from './table-row';

/** What one row is in its table. */
export type RowKind =
  'total' | 'node' | 'continuation' | 'detail' | 'second-line' | 'note' | 'unlabelled' | 'unclear';

/** A node of the outline: a group with children, or a project. */
export interface OutlineNode {
  readonly row: TableRow;
  readonly parent: OutlineNode | undefined;
  readonly children: OutlineNode[];
  /** Rows that carry more of the same project: one per source, under a merged or blank name. */
  readonly continuations: TableRow[];
  /** The name, when it was broken over two rows. */
  label: string;
  /** What rows beneath it say of it. */
  readonly notes: string[];
}

export interface Outline {
  readonly roots: readonly OutlineNode[];
  readonly nodes: readonly OutlineNode[];
  readonly totals: readonly TableRow[];
  readonly kinds: ReadonlyMap<number, RowKind>;
}

/** What sums have shown of the rows, by their indexes. */
export interface ShownBySums {
  /** How deep rows stand in a table that has no marks. */
  readonly depths?: ReadonlyMap<number, number>;
  /** Headings, each with the last row beneath it. */
  readonly heads?: ReadonlyMap<number, number>;
}

/** Builds the tree of a table from ordinals, codes, labels and styles, and from what sums have shown. */
export function buildOutline(
  rows: readonly TableRow[],
  roleOf: (row: TableRow) => RowRole | undefined,
  { depths = new Map(), heads = new Map() }: ShownBySums = {},
): Outline {
  const ranks = rankRows(rows, depths);
  const nodes: OutlineNode[] = [];
  const totals: TableRow[] = [];
  const kinds = new Map<number, RowKind>();
  const stack = new OutlineStack(heads);
  let inDetails = false;
  rows.forEach((row, i) => {
    const last = nodes.at(-1);
    const rank = ranks[i] ?? LEAF;
    const beneath = kinds.get(rows[i - 1]?.index ?? -1) !== 'total';
    const kind = kindOf(row, beneath ? last : undefined, last, inDetails, rows, i, roleOf(row));
    kinds.set(row.index, kind);
    if (kind === 'detail') {
      if (isDetailLabel(row.label)) inDetails = true;
      return;
    }
    if (kind === 'total') totals.push(row);
    if (kind === 'continuation') last?.continuations.push(row);
    if (kind === 'note') last?.notes.push(row.fullLabel);
    if (kind === 'second-line' && last) last.label = `${last.label} ${row.fullLabel}`;
    if (kind !== 'node' && kind !== 'unclear') return;
    inDetails = false;
    const parent = stack.parentOf(row, rank);
    const node: OutlineNode = { row, parent, children: [], continuations: [], label: row.label, notes: [] };
    parent?.children.push(node);
    nodes.push(node);
    stack.push(node, rank);
  });
  return { roots: nodes.filter((node) => !node.parent), nodes, totals, kinds };
}

/** The nodes that the next row may stand beneath. */
class OutlineStack {
  private readonly entries: { node: OutlineNode; rank: number }[] = [];
  /** How many of the entries are headings shown by their sums, or stand above one, with the last row beneath each. */
  private readonly open: { size: number; last: number }[] = [];

  constructor(private readonly heads: ReadonlyMap<number, number>) {}

  /** Ranks tell, but within a heading shown by its sum: it holds its rows, and no project with a code holds such. */
  parentOf(row: TableRow, rank: number): OutlineNode | undefined {
    while ((this.open.at(-1)?.last ?? row.index) < row.index)
      this.entries.length = (this.open.pop()?.size ?? 1) - 1;
    const floor = this.open.at(-1)?.size ?? 0;
    while (this.entries.length > floor && (this.last?.rank ?? 0) >= rank) this.entries.pop();
    if (this.heads.size > 0 && (row.codeCell ?? this.heads.has(row.index)))
      while (this.entries.length > floor && this.last?.node.row.codeCell) this.entries.pop();
    return this.last?.node;
  }

  push(node: OutlineNode, rank: number): void {
    this.entries.push({ node, rank });
    const last = this.heads.get(node.row.index);
    if (last !== undefined) this.open.push({ size: this.entries.length, last });
  }

  private get last(): { node: OutlineNode; rank: number } | undefined {
    return this.entries.at(-1);
  }
}

function kindOf(
  row: TableRow,
  above: OutlineNode | undefined,
  last: OutlineNode | undefined,
  inDetails: boolean,
  rows: readonly TableRow[],
  i: number,
  role: RowRole | undefined,
): RowKind {
  if (role === 'ignored' || role === 'detail') return 'detail';
  if (role === 'project' || role === 'group') return 'node';
  if (role === 'second-line' || role === 'note') return role;
  if (isTotalRow(row) || isTotalOfParts(row, rows[i - 1], rows[i + 1])) return 'total';
  if (row.continues !== undefined && last && row.continues <= last.row.index && row.label === '')
    return 'continuation';
  if (last && isPartOf(row, last.row)) return 'continuation';
  const note = above && noteOf(row, above.row);
  if (note) return note === 'yes' ? 'note' : 'unclear';
  if (!row.codeCell && (isDetailLabel(row.label) || isComparison(row))) return 'detail';
  if (inDetails && !row.codeCell && !goesOnOutside(row, last) && isStillDetail(row, last)) return 'detail';
  if (row.label === '' && !row.codeCell) return unnamed(row, last);
  const second = secondLine(row, last, rows[i - 1]);
  return second === 'yes' ? 'second-line' : second === 'unclear' ? 'unclear' : 'node';
}

/** "Đường A | Tổng | 100" next to "Đường A | NS tỉnh | 60", or beneath it without a name: it adds up the project's others. */
function isTotalOfParts(row: TableRow, before?: TableRow, next?: TableRow): boolean {
  if (!saysTotal(row)) return false;
  if (row.label === '' && !row.codeCell) return true;
  return [before, next].some((other) => other && !saysTotal(other) && isSameProject(row, other));
}

/** "Đường A | NS tỉnh | 60" beneath "Đường A | | 100": the row without a source is the whole of those that have one. */
function isPartOf(row: TableRow, whole: TableRow): boolean {
  return isParted(row) && !isParted(whole) && whole.figures > 0 && isSameProject(row, whole);
}

function isSameProject(a: TableRow, b: TableRow): boolean {
  return a.label !== '' && a.label === b.label && textOf(a.codeCell) === textOf(b.codeCell);
}

/** A project in a numbered list may be called anything. */
function isComparison({ label, ordinal }: TableRow): boolean {
  return isComparisonLabel(label) && (ordinal === undefined || ordinal.class === 'bullet');
}

/** "II. Vốn ngân sách tỉnh" goes on the headings that "I. Vốn ngân sách trung ương" began, whatever stood beneath it. */
function goesOnOutside({ ordinal }: TableRow, last: OutlineNode | undefined): boolean {
  if (ordinal?.class !== 'upper' && ordinal?.class !== 'roman') return false;
  for (let node = last?.parent; node; node = node.parent)
    if (node.row.ordinal?.class === ordinal.class) return true;
  return false;
}

const INNER: readonly OrdinalClass[] = ['bullet', 'lower', 'lower-roman', 'parenthesis'];

/** After "Trong đó:" the parts follow as bullets, letters or names of sources, up to the next row of the outline. */
function isStillDetail(row: TableRow, last: OutlineNode | undefined): boolean {
  if (namesComponent(row.label) || knownSource(row.label) !== undefined) return true;
  const inner = row.ordinal?.class;
  if (inner === undefined || !INNER.includes(inner)) return false;
  return last?.row.ordinal?.class !== inner;
}

function unnamed(row: TableRow, last: OutlineNode | undefined): RowKind {
  if (row.figures === 0) return 'detail';
  const more = row.source !== '' || row.planType !== '';
  return last && more && row.ordinal === undefined ? 'continuation' : 'unlabelled';
}

/**
 * The second line of a long name: only a label, right under a row with figures. A heading is distinguished by its
 * ordinal, capitals, bold type or words; where neither rows have marks nor words tell, a person must.
 */
function secondLine(
  row: TableRow,
  last: OutlineNode | undefined,
  before: TableRow | undefined,
): 'yes' | 'no' | 'unclear' {
  if (row.codeCell || row.figures > 0 || !last || !row.named || row.others > 0) return 'no';
  // "- Nhà lớp học 08 phòng" without an ordinal of its own may go on a name that was broken at its dash.
  if (row.ordinal && !(row.ordinalInLabel && row.ordinal.class === 'bullet')) return 'no';
  if (before?.index !== row.index - 1 || before.index !== last.row.index) return 'no';
  if (before.figures === 0 && !before.codeCell) return 'no';
  if (row.capitals || (row.bold && !before.bold) || namesSource(row.label)) return 'no';
  if (/^[\p{Ll}(\d–-]/u.test(row.fullLabel)) return 'yes';
  if (readsLikeHeading(row.label)) return 'no';
  return before.ordinal || before.codeCell ? 'yes' : 'unclear';
}

/** The figures of a row in the columns that are added up; undefined where blank or unread. */
type Vector = readonly (Decimal | undefined)[];

interface Nesting {
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
  let sums = total.map(() => ZERO_DECIMAL);
  for (let count = 1; count <= open.length; count += 1) {
    const row = rows[open.at(-count) ?? -1] ?? [];
    sums = sums.map((sum, c) => addDecimals(sum, row[c] ?? ZERO_DECIMAL));
    const order = total.map((value, c) => compareDecimals(sums[c] ?? ZERO_DECIMAL, value ?? ZERO_DECIMAL));
    if (order.every((o) => o === 0)) return count;
    if (order.some((o) => o > 0)) return 0;
  }
  return 0;
}
