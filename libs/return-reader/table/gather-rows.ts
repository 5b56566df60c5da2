import { groupBy } from '@thongvon/kernel';
import { type RowRate, rateSays, rowRates } from '../checks/rates';
import { closureOf, summedColumns } from '../checks/totals';
import { saysReturned } from '../rows/labels';
import type { RowKind } from '../rows/outline';
import type { Portfolio, ProjectRows } from '../rows/projects';
import { isParted } from '../rows/ranks';
import type { TableRow } from '../rows/table-row';
import { readProjectCode } from './text-columns';
import { columnsOf, type TypedTable } from './typed-table';

/** Rows that say more of the project above them, by the project. */
type More = ReadonlyMap<ProjectRows, readonly TableRow[]>;

/**
 * Contracts, packages or works of one project that stand in rows of their own while its plan, and often its code, stands once: they are
 * its disbursement together where its row has none, where the rate that it states is that of all, or where the totals close so and
 * not otherwise. Else they are parts of what its row says.
 */
export function gatherRows(table: TypedTable): TypedTable {
  if (table.kind === 'land-clearance' || table.kind === 'plan') return table;
  const plans = columnsOf(table, ({ field }) => field.startsWith('planned'));
  const spent = summedColumns(table).filter((column) => !plans.includes(column));
  const isFilled = (row: TableRow, columns: readonly number[]): boolean =>
    columns.some((column) => table.figures.at(row.index, column).state === 'value');
  const sure = new Map<ProjectRows, readonly TableRow[]>();
  const open = new Map<ProjectRows, readonly TableRow[]>();
  let rates: ReadonlyMap<number, readonly RowRate[]> | undefined;
  const rows = rowsAfterProjects(table);
  for (const project of table.portfolio.projects) {
    const { own, lines, split } = project;
    const after = rows.get(project) ?? [];
    const more = after.filter((row) => !isFilled(row, plans) && isFilled(row, spent));
    const known = lines.filter((line) => line !== own);
    // What was given back never lowers an amount by itself (ADR 0154).
    if (
      after.some((row) => saysReturned(row.label) || spent.some((column) => isNegative(table, row, column)))
    )
      continue;
    if (split || more.length + known.length === 0 || !isFilled(own, plans)) continue;
    if ([own, ...known].some((row) => isParted(row)) || known.some((row) => isFilled(row, plans))) continue;
    const all = [own, ...known, ...more].map(({ index }) => index);
    const apart = spent.every(
      (column) =>
        !isValue(table, own, column) || ![...known, ...more].some((row) => isValue(table, row, column)),
    );
    rates ??= groupBy(rowRates(table), ({ row }) => row);
    const says = apart ? 'together' : rateSays(table, rates.get(own.index) ?? [], all);
    if (says === 'together') sure.set(project, more);
    else if (says === undefined) open.set(project, more);
  }
  return closing(sure.size > 0 ? withMore(table, sure) : table, open);
}

/** With what is open added up, if the totals close so and not otherwise. */
function closing(table: TypedTable, open: More): TypedTable {
  if (open.size === 0) return table;
  const current = new Map(table.portfolio.projects.map((project) => [project.own, project]));
  const more = new Map([...open].map(([project, rows]) => [current.get(project.own) ?? project, rows]));
  const before = closureOf(table);
  const together = withMore(table, more);
  const after = closureOf(together);
  const adds = [...more.values()].some((rows) => rows.length > 0);
  // Rows under one merged name count already; the totals that close say that this is right.
  return after.differing < before.differing || (!adds && after.differing === 0 && after.agreeing > 0)
    ? together
    : table;
}

const isValue = ({ figures }: TypedTable, { index }: TableRow, column: number): boolean =>
  figures.at(index, column).state === 'value';

function isNegative({ figures }: TypedTable, { index }: TableRow, column: number): boolean {
  const cell = figures.at(index, column);
  return cell.state === 'value' && cell.value.coefficient < 0n;
}

/** The rows after each project that no other counts: its parts, rows without a name, and those that share its code. */
function rowsAfterProjects({ body, outline, portfolio }: TypedTable): More {
  const projects = new Map(portfolio.projects.map((project) => [project.own.index, project]));
  const groups = new Set(portfolio.groups.map(({ node }) => node.row.index));
  const after = new Map<ProjectRows, TableRow[]>();
  let current: ProjectRows | undefined;
  for (const row of body.rows) {
    const kind = outline.kinds.get(row.index);
    const project = projects.get(row.index);
    const shares = current && project && sharesCode(row, current.own);
    if (project && !shares) {
      current = project;
      after.set(project, []);
    } else if (kind === 'total' || groups.has(row.index)) current = undefined;
    else if (current && (shares || kind === 'unlabelled' || kind === 'node')) after.get(current)?.push(row);
  }
  return after;
}

/** One code over both rows, or the same in both. */
function sharesCode(row: TableRow, own: TableRow): boolean {
  if (row.sharesCode !== undefined) return row.sharesCode === own.index;
  if (!row.codeCell || !own.codeCell) return false;
  const code = readProjectCode(row.codeCell);
  return code?.valid === true && code.code === readProjectCode(own.codeCell)?.code;
}

function withMore(table: TypedTable, more: More): TypedTable {
  const added = new Set([...more.values()].flat());
  const projects = new Map(
    table.portfolio.projects
      .filter(({ own }) => !added.has(own))
      .map((project) => [project, grown(project, more.get(project))] as const),
  );
  const portfolio: Portfolio = {
    projects: [...projects.values()],
    groups: table.portfolio.groups.map((group) => ({
      ...group,
      projects: group.projects.flatMap((project) => projects.get(project) ?? []),
    })),
    unclear: table.portfolio.unclear.filter((row) => !added.has(row)),
  };
  const kinds = new Map(table.outline.kinds);
  for (const { index } of added) kinds.set(index, 'continuation' satisfies RowKind);
  return { ...table, portfolio, outline: { ...table.outline, kinds } };
}

function grown(project: ProjectRows, more: readonly TableRow[] | undefined): ProjectRows {
  return more ? { ...project, lines: [...project.lines, ...more], adds: true } : project;
}
