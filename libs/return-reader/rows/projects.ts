import { isPlanTypeLabel } from '../values/plan-type-text';
import { knownSource, namesSource, sourceWithin } from '../vocabulary/sources';
import { namesPart, opensLikePlace, saysReturned, saysTotal } from './labels';
import type { Outline, OutlineNode } from './outline';
import { isParted } from './ranks';
import type { TableRow } from './table-row';

/** A project of a table and the rows that carry its figures. */
export interface ProjectRows {
  readonly node: OutlineNode;
  readonly own: TableRow;
  /** Rows that each carry a line of their own: one per source, or just the project's row. */
  readonly lines: readonly TableRow[];
  /** The lines stand beneath the project's row, whose own figures are their total. */
  readonly split: boolean;
  /** The lines are several rows of one thing, as contracts or works of the project, and are added up. */
  readonly adds: boolean;
}

/** A heading or subtotal and the projects beneath it. */
export interface GroupRows {
  readonly node: OutlineNode;
  readonly projects: readonly ProjectRows[];
}

export interface Portfolio {
  readonly projects: readonly ProjectRows[];
  readonly groups: readonly GroupRows[];
  /** Rows that may be a project or a heading: nothing in the table tells. */
  readonly unclear: readonly TableRow[];
}

/**
 * Tells projects from groups. A row is a project if nothing but parts of it stands beneath; with `byPlace`, as where
 * land is cleared, communes are parts too. What a person has called a heading (`isHeading`) is none, whatever stands there.
 */
export function findProjects(
  outline: Outline,
  hasFigures: (row: TableRow) => boolean,
  byPlace = false,
  isHeading: (row: TableRow) => boolean = () => false,
): Portfolio {
  const projects: ProjectRows[] = [];
  const groups: GroupRows[] = [];
  const unclear: TableRow[] = [];
  const marked = outline.nodes.some(({ row }) => row.codeCell ?? (row.ordinal && !row.ordinalInLabel));
  const coded = codedNodes(outline);
  const isEmpty = emptyHeadings(outline, hasFigures);
  const add = (node: OutlineNode): void => {
    projects.push(projectOf(node, hasFigures));
    if (marked && isUnclear(node, hasFigures)) unclear.push(node.row);
  };
  /** Groups whose rows are being gone through, the innermost last, and how many projects stood before each. */
  const open: { node: OutlineNode; start: number }[] = [];
  const close = (): void => {
    const group = open.pop();
    if (!group) return;
    const beneath = projects.slice(group.start);
    // Nothing but empty headings beneath: they belong to what follows.
    if (beneath.length === 0 && hasFigures(group.node.row) && !isHeading(group.node.row))
      add({ ...group.node, children: [] });
    else groups.push({ node: group.node, projects: beneath });
  };
  const within = new Set<OutlineNode>();
  // Node by node, not level by level: a file of many rows may nest them as deep as it likes.
  for (const node of outline.nodes) {
    if (node.parent && within.has(node.parent)) {
      within.add(node);
      continue;
    }
    while (open.length > 0 && open.at(-1)?.node !== node.parent) close();
    if (isHeading(node.row) || !isProject(node, coded, byPlace)) {
      open.push({ node, start: projects.length });
      continue;
    }
    within.add(node);
    if (!isEmpty(node)) add(node);
  }
  while (open.length > 0) close();
  unclear.push(
    ...outline.nodes.map(({ row }) => row).filter((row) => outline.kinds.get(row.index) === 'unclear'),
  );
  return { projects, groups, unclear };
}

/** The nodes that have a code, or one of whose descendants has. */
function codedNodes({ nodes }: Outline): ReadonlySet<OutlineNode> {
  const coded = new Set<OutlineNode>();
  for (const node of nodes.toReversed()) {
    if (node.row.codeCell) coded.add(node);
    if (coded.has(node) && node.parent) coded.add(node.parent);
  }
  return coded;
}

const isSourceLine = ({ row }: OutlineNode): boolean =>
  knownSource(row.label) !== undefined ||
  ((row.ordinal === undefined || row.ordinal.class === 'bullet') &&
    namesSource(row.label) &&
    sourceWithin(row.label) !== undefined);
const isPlanTypeLine = ({ row }: OutlineNode): boolean =>
  isPlanTypeLabel(row.label) && !['upper', 'roman', 'integer'].includes(row.ordinal?.class ?? '');
/** A row that is a line of the project above it: of one source, or of one plan type. */
const isLine = (node: OutlineNode): boolean =>
  isSourceLine(node) || isPlanTypeLine(node) || isPartedLine(node);

/** "Ghi thu, ghi chi vốn vay | 52 | Kế hoạch năm" beneath a project that names neither: its own cells say what it is. */
function isPartedLine({ row, parent }: OutlineNode): boolean {
  const marked = row.ordinal ?? row.codeCell;
  return marked === undefined && isParted(row) && parent?.row.codeCell !== undefined && !isParted(parent.row);
}

const isPart = (node: OutlineNode): boolean =>
  node.children.length === 0 && (isLine(node) || namesPart(node.row.label) || saysReturned(node.row.label));

function isProject(node: OutlineNode, coded: ReadonlySet<OutlineNode>, byPlace: boolean): boolean {
  const { row, children } = node;
  if (children.length === 0) return true;
  if (children.some((child) => coded.has(child))) return false;
  return row.codeCell !== undefined || children.every(isPart) || (byPlace && children.every(isPlaceOf(row)));
}

/** Beneath "A" or "I" stand projects, whatever they are called. */
const isPlaceOf =
  ({ ordinal }: TableRow) =>
  (node: OutlineNode): boolean =>
    ordinal?.class !== 'upper' &&
    ordinal?.class !== 'roman' &&
    node.children.length === 0 &&
    (isPart(node) || opensLikePlace(node.row.label));

function projectOf(node: OutlineNode, hasFigures: (row: TableRow) => boolean): ProjectRows {
  const own = node.row;
  const children = node.children.map((child) => child.row);
  const areLines = node.children.every(isLine);
  if (children.length > 0 && (areLines || !hasFigures(own)))
    return { node, own, lines: children, split: true, adds: !areLines && areNamedApart(children) };
  if (isTotalOf(own, node.continuations))
    return { node, own, lines: node.continuations, split: true, adds: false };
  return { node, own, lines: [own, ...node.continuations], split: false, adds: false };
}

/** "- Xây lắp | 60" and "- Thiết bị | 40" beneath a row without amounts; the same name twice may be one row too many. */
function areNamedApart(rows: readonly TableRow[]): boolean {
  return (
    rows.every(({ label }) => label !== '') && new Set(rows.map(({ label }) => label)).size === rows.length
  );
}

/** "Đường A | Tổng | 100" over "| NS tỉnh | 60" and "| NS huyện | 40": the first row is the total of its sources. */
function isTotalOf(own: TableRow, lines: readonly TableRow[]): boolean {
  const parted = lines.length > 0 && lines.every(({ source, planType }) => source !== '' || planType !== '');
  const unparted = (own.source === '' && own.planType === '') || saysTotal(own);
  return parted && unparted && own.figures > 0;
}

/** A heading without projects: no code, nothing but zeros, and marked like the headings, not like the projects. */
function emptyHeadings(
  outline: Outline,
  hasFigures: (row: TableRow) => boolean,
): (node: OutlineNode) => boolean {
  const leaves = outline.nodes.filter(({ children }) => children.length === 0);
  const marks = new Set(leaves.map(({ row }) => row.ordinal?.class));
  return ({ row, children, continuations }) => {
    if (row.codeCell || hasFigures(row) || children.length > 0 || continuations.length > 0) return false;
    const outer = ['upper', 'roman', undefined].includes(row.ordinal?.class);
    return outer && (row.bold || row.capitals ? leaves.length > 1 : marks.size > 1);
  };
}

function isUnclear({ row }: OutlineNode, hasFigures: (row: TableRow) => boolean): boolean {
  return row.ordinal === undefined && !row.codeCell && row.continues === undefined && hasFigures(row);
}
