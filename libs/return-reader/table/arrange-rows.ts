import { closureOf, summedColumns } from '../checks/totals';
import { sumOfLeaves } from '../checks/sums';
import { mayCount } from '../columns/witness';
import { type ReadingOptions, ROW_ROLES, type RowRole } from '../model/options';
import { headsBySums, type HeadsWanted, type Shown, type SummedRow } from '../rows/heads';
import { mayBeTotalLabel } from '../rows/labels';
import { buildOutline, nestBySums, type ShownBySums, unmarkedRows } from '../rows/outline';
import { findProjects } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { isFilled } from '../sheet/grid';
import { gatherRows } from './gather-rows';
import type { TypedTable } from './typed-table';

/** A table of which it isn't known yet which rows are projects. */
export type Unarranged = Omit<TypedTable, 'outline' | 'portfolio' | 'arrangedBy'>;

/**
 * Which rows are headings, projects, lines and totals: as ordinals, codes and styles have them, unless sums show headings that
 * these don't, and more of what the table states is then what its rows make. The stated sums decide, not the marker.
 */
export function arrangeRows(
  table: Unarranged,
  columns: readonly number[],
  options: ReadingOptions,
): TypedTable {
  const nesting = nestingOf(table, columns, options);
  const byMarks = arrangement(table, columns, options, { depths: nesting.depths });
  const bySums = nesting.depths.size > 0 ? undefined : arrangedBySums(byMarks, columns, options);
  const marked = gatherRows(bySums ?? byMarks);
  const doubtful = marked.portfolio.projects
    .map(({ own }) => own)
    .filter((row) => nesting.doubtful.has(row.index));
  const unclear = [...marked.portfolio.unclear, ...doubtful].filter(
    (row) => answeredRole(table, row, options) === undefined,
  );
  return { ...marked, portfolio: { ...marked.portfolio, unclear } };
}

function arrangement(
  table: Unarranged,
  columns: readonly number[],
  options: ReadingOptions,
  shown: ShownBySums,
): TypedTable {
  const roleOf = (row: TableRow): RowRole | undefined => answeredRole(table, row, options);
  const hasFigures = (row: TableRow): boolean =>
    columns.some((column) => mayCount(table.figures.at(row.index, column)));
  const outline = buildOutline(table.body.rows, roleOf, shown);
  const portfolio = findProjects(
    outline,
    hasFigures,
    table.kind === 'land-clearance',
    (row) => roleOf(row) === 'group' || shown.heads?.has(row.index) === true,
  );
  return { ...table, outline, portfolio, arrangedBy: shown.heads ? 'sums' : 'marks' };
}

/**
 * The table with the headings that sums show, where fewer stated amounts differ so, or as few and more agree. Of no others than
 * amounts of money: households and areas overlap.
 */
function arrangedBySums(
  byMarks: TypedTable,
  columns: readonly number[],
  options: ReadingOptions,
): TypedTable | undefined {
  if (byMarks.kind === 'land-clearance') return undefined;
  const rows = listedRows(byMarks);
  if (!rows.some((row) => row.as === 'project')) return undefined;
  const summed = rows.map(({ row, adds }) => summedRow(row, adds, byMarks));
  let best = { table: byMarks, ...closureOf(byMarks) };
  for (const wanted of WANTED) {
    const heads = headsOf(rows, summed, wanted, best.differing === 0, byMarks, options);
    if (heads.size === 0) continue;
    const table = arrangement(byMarks, columns, options, { heads });
    const closure = closureOf(table);
    if (
      closure.differing < best.differing ||
      (closure.differing === best.differing && !wanted.ofOne && closure.agreeing > best.agreeing)
    )
      best = { table, ...closure };
  }
  return best.table === byMarks ? undefined : best.table;
}

const WANTED: readonly HeadsWanted[] = [{ ofOne: false }, { ofOne: true }];

interface ListedRow {
  readonly row: TableRow;
  /** What the marks make of it. */
  readonly as: 'project' | 'group' | 'part';
  readonly adds: SummedRow['adds'];
}

/**
 * The rows of the outline in their order, with what each project adds. What the marks put beneath a project is left out, but where
 * projects have codes: there it may be the heading of those that follow.
 */
function listedRows(table: TypedTable): ListedRow[] {
  const columns = summedColumns(table);
  const none = columns.map(() => undefined);
  const projects = new Map(table.portfolio.projects.map((project) => [project.own.index, project]));
  const groups = new Set(table.portfolio.groups.map(({ node }) => node.row.index));
  const hasCodes = table.outline.nodes.some(({ row }) => row.codeCell);
  return table.outline.nodes.flatMap(({ row }): ListedRow[] => {
    const project = projects.get(row.index);
    if (groups.has(row.index)) return [{ row, as: 'group', adds: none }];
    if (!project) return hasCodes ? [{ row, as: 'part', adds: none }] : [];
    const adds = columns.map((column): Shown | undefined => {
      const { sum, leaves, decimals } = sumOfLeaves(table, [{ project }], column);
      return leaves > 0 ? { value: sum, decimals } : undefined;
    });
    return [{ row, as: 'project', adds }];
  });
}

function summedRow(row: TableRow, adds: SummedRow['adds'], table: TypedTable): SummedRow {
  const stated = summedColumns(table).map((column): Shown | undefined => {
    const cell = table.figures.at(row.index, column);
    return cell.state === 'value' ? cell : undefined;
  });
  return {
    ordinal: row.ordinal,
    coded: row.codeCell !== undefined,
    stated,
    adds: adds.every((amount) => amount === undefined) ? stated : adds,
  };
}

/** The headings that sums show, each with the last row beneath it, its own parts included. */
function headsOf(
  rows: readonly ListedRow[],
  summed: readonly SummedRow[],
  wanted: HeadsWanted,
  onlyApart: boolean,
  table: TypedTable,
  options: ReadingOptions,
): ReadonlyMap<number, number> {
  const heads = new Map<number, number>();
  const found = headsBySums(summed, wanted);
  /** Of each row the next one that stands beneath no project, by its place among the rows. */
  const next: number[] = [];
  for (let i = rows.length - 1; i >= 0; i -= 1)
    next[i] = rows[i + 1]?.as === 'part' && !found.has(i + 1) ? (next[i + 1] ?? rows.length) : i + 1;
  for (const [i, { last, apart }] of found) {
    const row = rows[i]?.row;
    if (!row || (onlyApart && !apart) || answeredRole(table, row, options) === 'project') continue;
    heads.set(row.index, (rows[next[last] ?? rows.length]?.row.index ?? Number.POSITIVE_INFINITY) - 1);
  }
  return heads;
}

/** In a table that marks its headings in no way, sums tell them from projects. */
function nestingOf(
  table: Unarranged,
  columns: readonly number[],
  options: ReadingOptions,
): { depths: ReadonlyMap<number, number>; doubtful: ReadonlySet<number> } {
  const { body, raw, texts, figures } = table;
  const note = texts.get('note');
  const isNoted = (row: TableRow): boolean =>
    isFilled(note === undefined ? undefined : raw.grid.cell(row.index, note));
  const isHeading = (row: TableRow): boolean => answeredRole(table, row, options) === 'group';
  const outer = unmarkedRows(body.rows);
  if (!outer) return { depths: new Map(), doubtful: new Set() };
  const listed = outer.filter((row) => row.figures > 0 && !mayBeTotalLabel(row.label));
  const { depths, doubtful } = nestBySums(
    listed.map((row) =>
      columns.map((column) => {
        const cell = figures.at(row.index, column);
        return cell.state === 'value' ? cell.value : undefined;
      }),
    ),
    // A remark on one of two projects with equal amounts makes no heading of the other.
    listed.map((row) => row.others - (isNoted(row) ? 1 : 0)),
    (i) => listed.slice(i, i + 1).some(isHeading),
  );
  const indexOf = (i: number): number => listed[i]?.index ?? -1;
  const nested = depths.some((depth) => depth > 0);
  return {
    depths: new Map(nested ? depths.map((depth, i) => [indexOf(i), depth] as const) : []),
    doubtful: new Set([...doubtful].map(indexOf)),
  };
}

function answeredRole(
  { raw }: Pick<TypedTable, 'raw'>,
  row: TableRow,
  { rows }: ReadingOptions,
): RowRole | undefined {
  const answers = rows?.filter((answer) => answer.sheet === raw.grid.name && answer.row === row.index + 1);
  return ROW_ROLES.find((role) => answers?.some((answer) => answer.role === role));
}
