import type { Findings } from '../findings';
import type { AmountReader } from '../table/amount-reader';
import type { TypedTable } from '../table/typed-table';
import { shownDecimal } from '../values/shown-decimal';
import type { TableRow } from '../rows/table-row';
import { scopesOfTotal, type LeafRow } from './total-scopes';
import { sumOfLeaves, verdictOf, type Verdict } from './leaf-sums';

/** A stated total compared with the rows it should add up. */
interface Comparison {
  readonly column: number;
  readonly verdict: Exclude<Verdict, { state: 'unknown' }>;
}

/**
 * Compares every subtotal and total with the leaves beneath it. Totals are checked, never added. A total that could
 * cover several ranges is held to the one it fits best.
 */
export function checkTotals(
  table: TypedTable,
  columns: readonly number[],
  reader: AmountReader | undefined,
  findings: Findings,
): void {
  const { portfolio, outline } = table;
  const allLeaves = portfolio.projects.map((project): LeafRow => ({ project }));
  const check = (row: TableRow, scopes: readonly (readonly LeafRow[])[]): void => {
    for (const column of columns) reader?.read(row.index, column);
    let best: Comparison[] | undefined;
    for (const leaves of scopes) {
      const compared = compare(table, row, leaves, columns);
      if (best === undefined || weight(compared) < weight(best)) best = compared;
      if (weight(best) === 0) break;
    }
    for (const { column, verdict } of best ?? []) tell(table, row, column, verdict, findings);
  };
  for (const { node, projects } of portfolio.groups)
    check(node.row, [projects.map((project) => ({ project }))]);
  for (const project of portfolio.projects)
    if (project.split) check(project.own, [project.lines.map((line) => ({ project, line }))]);
  for (const row of outline.totals) check(row, scopesOfTotal(row, table, allLeaves));
}

function compare(
  table: TypedTable,
  row: TableRow,
  leaves: readonly LeafRow[],
  columns: readonly number[],
): Comparison[] {
  return columns.flatMap((column) => {
    const stated = table.figures.at(row.index, column);
    const sum = sumOfLeaves(table, leaves, column);
    const ownOnly = leaves.some((leaf) => leaf.line !== undefined) && sum.filled === 0;
    if (ownOnly) return [];
    const verdict = verdictOf(stated, sum);
    return verdict.state === 'unknown' ? [] : [{ column, verdict }];
  });
}

function weight(comparisons: readonly Comparison[]): number {
  return comparisons.reduce(
    (sum, { verdict }) => sum + (verdict.state === 'differs' ? 1000 : verdict.state === 'rounding' ? 1 : 0),
    0,
  );
}

function tell(
  table: TypedTable,
  row: TableRow,
  column: number,
  verdict: Comparison['verdict'],
  findings: Findings,
): void {
  if (verdict.state === 'equal') return;
  const place = { sheet: table.raw.grid.name, cell: table.raw.grid.cell(row.index, column) };
  const sum = shownDecimal(verdict.sum);
  if (verdict.state === 'rounding') findings.add('total-rounding', place, { sum });
  else if (verdict.unreadable === 0) findings.add('total-differs', place, { sum });
  else findings.add('total-differs-unread', place, { sum, unread: verdict.unreadable });
}
