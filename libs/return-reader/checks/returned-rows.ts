import {
  absDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  negateDecimal,
  shownDecimal,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import { type Choice, type Findings } from '../findings/findings';
import type { ReadingOptions } from '../model/options';
import { saysReturned } from '../rows/labels';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { columnsOf, type TypedTable } from '../table/typed-table';
import { type LeafRow, scopesOfTotal, sumOfLeaves, verdictOf } from './sums';

const OFF_ALREADY: readonly Choice[] = [
  {
    value: 'detail',
    label: 'Đã trừ trong số giải ngân của dự án',
    labelEn: 'It is off the project’s disbursement already',
  },
];

/**
 * "- | Nộp giảm | −100" beneath a project: money given back, which the project's own amount may or may not have off. The rows beneath it
 * tell where they make its amount together; a total or heading that has it off stops the return, being held against the projects'
 * amounts; else a person is asked (ADR 154). A row never lowers an amount by itself.
 */
export function askAboutReturnedRows(
  table: TypedTable,
  { rows: answered = [] }: ReadingOptions,
  findings: Findings,
): void {
  if (!table.body.rows.some(({ label }) => saysReturned(label))) return;
  const sheet = table.raw.grid.name;
  const rowsBeneath = rowsByProject(table);
  const columns = columnsOf(table, ({ field }) => ['disbursed', 'completed', 'advance'].includes(field));
  for (const project of table.portfolio.projects) {
    if (project.split) continue;
    const beneath = rowsBeneath(project);
    const returned = beneath.filter(
      (row) =>
        saysReturned(row.label) &&
        !answered.some((answer) => answer.sheet === sheet && answer.row === row.index + 1),
    );
    for (const row of returned) {
      const column = columns.find(
        (each) =>
          isNonZero(amountAt(table, row, each)) &&
          !isMadeBy(beneath, project.own, each, table) &&
          !isOffInTotal(project, each, table, rowsBeneath),
      );
      const amount = column === undefined ? undefined : amountAt(table, row, column);
      if (column === undefined || amount === undefined) continue;
      findings.add(
        'returned-row',
        { sheet, cell: row.labelCell, at: { row: row.index, column } },
        { row: row.index + 1, project: project.node.label, amount: shownDecimal(amount) },
        OFF_ALREADY,
      );
    }
  }
}

type RowsOf = (project: ProjectRows) => readonly TableRow[];

/** The rows beneath each project, up to the next project, total or heading, that carry no line of its own: each row is looked at once. */
function rowsByProject({ body, outline, portfolio }: TypedTable): RowsOf {
  const places = new Map(body.rows.map(({ index }, place) => [index, place]));
  const owns = new Set(portfolio.projects.map(({ own }) => own.index));
  const beneath = ({ node, lines }: ProjectRows): TableRow[] => {
    const parts = new Set(node.children.map(({ row }) => row.index));
    const start = (places.get(node.row.index) ?? body.rows.length) + 1;
    const rows: TableRow[] = [];
    for (let place = start; place < body.rows.length; place += 1) {
      const row = body.rows[place];
      const kind = row && outline.kinds.get(row.index);
      if (!row || owns.has(row.index) || kind === 'total' || (kind === 'node' && !parts.has(row.index)))
        break;
      if (!lines.includes(row)) rows.push(row);
    }
    return rows;
  };
  const known = new Map(portfolio.projects.map((project) => [project, beneath(project)]));
  return (project) => known.get(project) ?? [];
}

function amountAt({ figures }: TypedTable, { index }: TableRow, column: number): Decimal | undefined {
  const cell = figures.at(index, column);
  return cell.state === 'value' ? cell.value : undefined;
}

const isNonZero = (amount: Decimal | undefined): boolean => amount !== undefined && amount.coefficient !== 0n;

/** Whether the rows beneath, less what was given back, make the project's own amount. */
function isMadeBy(beneath: readonly TableRow[], own: TableRow, column: number, table: TypedTable): boolean {
  const stated = amountAt(table, own, column);
  const parts = beneath.filter((row) => amountAt(table, row, column) !== undefined);
  if (stated === undefined || parts.every((row) => saysReturned(row.label))) return false;
  const made = parts.reduce((sum, row) => {
    const amount = amountAt(table, row, column) ?? ZERO_DECIMAL;
    return addDecimals(sum, saysReturned(row.label) ? negateDecimal(absDecimal(amount)) : amount);
  }, ZERO_DECIMAL);
  return compareDecimals(made, stated) === 0;
}

/**
 * Whether a total or heading fits the projects with this one only with what was given back taken off once: it counts their amounts
 * as they were before, and stops the return. One that fits them as they stand does so whether they have it off or not.
 */
function isOffInTotal(project: ProjectRows, column: number, table: TypedTable, rowsBeneath: RowsOf): boolean {
  const { portfolio, outline, figures } = table;
  const leavesOf = (projects: readonly ProjectRows[]): LeafRow[] => projects.map((one) => ({ project: one }));
  const sums = [
    ...portfolio.groups.map(({ node, projects }) => ({ row: node.row, scopes: [leavesOf(projects)] })),
    ...outline.totals.map((row) => ({
      row,
      scopes: scopesOfTotal(row, table, leavesOf(portfolio.projects)),
    })),
  ];
  return sums.some(({ row, scopes }) => {
    const stated = figures.at(row.index, column);
    const own = scopes.filter((scope) => scope.some((leaf) => leaf.project === project));
    if (stated.state !== 'value') return false;
    const fits = (leaves: readonly LeafRow[], off: Decimal): boolean => {
      const total = { ...stated, value: addDecimals(stated.value, off) };
      const { state } = verdictOf(total, sumOfLeaves(table, leaves, column));
      return state === 'equal' || state === 'rounding';
    };
    return (
      !scopes.some((leaves) => fits(leaves, ZERO_DECIMAL)) &&
      own.some((leaves) => fits(leaves, returnedIn(leaves, column, table, rowsBeneath)))
    );
  });
}

/** What the rows beneath these projects say was given back. */
function returnedIn(
  leaves: readonly LeafRow[],
  column: number,
  table: TypedTable,
  rowsBeneath: RowsOf,
): Decimal {
  const rows = leaves.flatMap(({ project }) => rowsBeneath(project));
  return rows
    .filter(({ label }) => saysReturned(label))
    .map((row) => absDecimal(amountAt(table, row, column) ?? ZERO_DECIMAL))
    .reduce(addDecimals, ZERO_DECIMAL);
}
