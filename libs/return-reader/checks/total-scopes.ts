import type { OutlineNode } from '../rows/outline';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import type { TypedTable } from '../table/typed-table';

/** A project, or one line of it. */
export interface LeafRow {
  readonly project: ProjectRows;
  readonly line?: TableRow;
}

/**
 * The ranges that a total row can add up, the likeliest first: the whole table, its page or list, the group around it,
 * all rows since the total before or up to the next, everything so far.
 */
export function scopesOfTotal(
  row: TableRow,
  { outline, portfolio, raw }: TypedTable,
  all: readonly LeafRow[],
): (readonly LeafRow[])[] {
  const at = (leaf: LeafRow): number => leaf.project.own.index;
  const between = (from: number, to: number): LeafRow[] =>
    all.filter((leaf) => at(leaf) > from && at(leaf) < to);
  const totals = outline.totals.map((total) => total.index);
  const previousTotal = Math.max(-1, ...totals.filter((index) => index < row.index));
  const nextTotal = Math.min(Number.POSITIVE_INFINITY, ...totals.filter((index) => index > row.index));
  const pageStart = Math.max(-1, ...raw.pageStarts.filter((index) => index <= row.index));
  const pageEnd = Math.min(Number.POSITIVE_INFINITY, ...raw.pageStarts.filter((index) => index > row.index));
  const groups = [...groupsAround(row, outline.nodes)].map((node) => {
    const group = portfolio.groups.find((g) => g.node === node);
    return (group?.projects ?? []).map((project) => ({ project }));
  });
  const ofProject = row.label === '' ? [] : all.filter((leaf) => leaf.project.own.label === row.label);
  const scopes = [
    all,
    ofProject,
    ...groups,
    between(previousTotal, row.index),
    between(row.index, nextTotal),
    between(pageStart - 1, row.index),
    between(pageStart - 1, pageEnd),
    between(-1, row.index),
  ];
  return scopes.filter((scope, i) => i === 0 || scope.length > 0);
}

/** The groups that the rows before and after a total belong to, from the innermost out. */
function* groupsAround(row: TableRow, nodes: readonly OutlineNode[]): Iterable<OutlineNode> {
  const before = nodes.findLast((node) => node.row.index < row.index);
  const after = nodes.find((node) => node.row.index > row.index);
  for (let node = before; node; node = node.parent) yield node;
  for (let node = after?.parent; node; node = node.parent) yield node;
}
