import {
  absDecimal,
  addDecimals,
  compareDecimals,
  type Decimal,
  negateDecimal,
  shownDecimal,
  UNIT_NAMES,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import type { Compared } from '../evidence/tally';
import type { Findings } from '../findings/findings';
import { CHANGE_FIELDS, CLEARANCE_FIELDS } from '../model/meaning';
import type { TableRow } from '../rows/table-row';
import type { AmountReader } from '../table/amounts';
import { columnsOf, type TypedTable } from '../table/typed-table';
import { type LeafRow, scopesOfTotal, sumOfLeaves, type Verdict, verdictOf } from './sums';

/** A stated total compared with the rows it should add up. */
interface Comparison {
  readonly column: number;
  readonly verdict: Exclude<Verdict, { state: 'unknown' }>;
}

/** A row that states what others make, and how it compares with those that it fits best. */
interface StatedSum {
  readonly row: TableRow;
  readonly witness: 'stated-totals' | 'subtotals';
  readonly comparisons: readonly Comparison[];
}

/** The columns whose totals are sums. */
export function summedColumns(table: Pick<TypedTable, 'meanings'>): number[] {
  return columnsOf(
    table,
    (meaning) =>
      ('planType' in meaning && meaning.field !== 'total-investment') ||
      [...CLEARANCE_FIELDS, ...CHANGE_FIELDS].some((field) => field === meaning.field),
  );
}

/** Compares every subtotal and total with the leaves beneath it. Totals are checked, never added. */
export function checkTotals(
  table: TypedTable,
  columns: readonly number[],
  reader: AmountReader | undefined,
  findings: Findings,
): void {
  for (const { row, witness, comparisons } of statedSums(table, columns)) {
    for (const column of columns) reader?.read(row.index, column);
    for (const { column, verdict } of comparisons) tell(table, row, column, verdict, findings);
    countTotals(table, row, witness, comparisons, findings);
  }
}

/** How many stated amounts of a table are what its rows make, and how many are not. */
export function closureOf(table: TypedTable): { agreeing: number; differing: number } {
  let agreeing = 0;
  let differing = 0;
  for (const { comparisons } of statedSums(table, summedColumns(table)))
    for (const { verdict } of comparisons)
      if (verdict.state === 'differs') differing += 1;
      else if (verdict.sum.coefficient !== 0n) agreeing += 1;
  return { agreeing, differing };
}

/** Every subtotal and total. One that could cover several ranges is held to the one it fits best. */
function statedSums(table: TypedTable, columns: readonly number[]): StatedSum[] {
  const { portfolio, outline } = table;
  const allLeaves = portfolio.projects.map((project): LeafRow => ({ project }));
  const best = (row: TableRow, scopes: readonly (readonly LeafRow[])[]): readonly Comparison[] => {
    let found: Comparison[] | undefined;
    for (const leaves of scopes) {
      const compared = compare(table, row, leaves, columns);
      if (found === undefined || weight(compared) < weight(found)) found = compared;
      if (weight(found) === 0) break;
    }
    return found ?? [];
  };
  const subtotal = (row: TableRow, leaves: readonly LeafRow[]): StatedSum => ({
    row,
    witness: 'subtotals',
    comparisons: best(row, [leaves]),
  });
  return [
    ...portfolio.groups.map(({ node, projects }) =>
      subtotal(
        node.row,
        projects.map((project) => ({ project })),
      ),
    ),
    ...portfolio.projects
      .filter(({ split }) => split)
      .map((project) =>
        subtotal(
          project.own,
          project.lines.map((line) => ({ project, line })),
        ),
      ),
    ...outline.totals.map((row): StatedSum => ({
      row,
      witness: 'stated-totals',
      comparisons: best(row, scopesOfTotal(row, table, allLeaves)),
    })),
  ];
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

/** How the total of each column compares, and the row as a whole. */
function countTotals(
  table: TypedTable,
  { index }: TableRow,
  witness: 'stated-totals' | 'subtotals',
  comparisons: readonly Comparison[],
  { tally }: Findings,
): void {
  const { grid } = table.raw;
  const compared = comparisons.map(({ column, verdict }) => {
    const state = comparedBy(verdict);
    tally.count(table, { witness, columns: [column] }, state, grid.cell(index, column));
    return { state, column };
  });
  const [first] = compared;
  if (!first) return;
  const worst =
    compared.find(({ state }) => state === 'differs') ??
    compared.find(({ state }) => state === 'waits') ??
    first;
  tally.count(table, { witness, columns: [] }, worst.state, grid.cell(index, worst.column));
}

function comparedBy({ state, unreadable }: Comparison['verdict']): Compared {
  if (state !== 'differs') return 'agrees';
  return unreadable > 0 ? 'waits' : 'differs';
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
  const params = { ...shownSum(table, row, column, verdict), ...gapOf(table, row, column, verdict) };
  if (verdict.state === 'rounding') findings.add('total-rounding', place, params);
  else if (verdict.unreadable === 0) findings.add('total-differs', place, params);
  else findings.add('total-differs-unread', place, { ...params, unread: verdict.unreadable });
}

/** What a total states and what its rows make, in one notation and in the unit of the sheet. */
function shownSum(
  table: TypedTable,
  row: TableRow,
  column: number,
  { sum }: Comparison['verdict'],
): { total: string; sum: string; unit: string; unitEn: string } {
  const stated = table.figures.at(row.index, column);
  const unit = (stated.state === 'value' ? stated.unit : undefined) ?? table.units.get(column);
  return {
    total: stated.state === 'value' ? shownDecimal(stated.value) : '',
    sum: shownDecimal(sum),
    unit: unit ? ` (${UNIT_NAMES[unit].vi})` : '',
    unitEn: unit ? ` (${UNIT_NAMES[unit].en})` : '',
  };
}

/** What a total is off by, where rows tell: those that are hidden, or one that was left out or counted again. */
function gapOf(
  table: TypedTable,
  row: TableRow,
  column: number,
  { sum }: Comparison['verdict'],
): { gap: string; gapEn: string } {
  const stated = table.figures.at(row.index, column);
  const none = { gap: '', gapEn: '' };
  if (stated.state !== 'value') return none;
  const difference = addDecimals(sum, negateDecimal(stated.value));
  const leaves = table.portfolio.projects.flatMap(({ lines, own }) => (lines.length > 0 ? lines : [own]));
  const amountOf = ({ index }: TableRow): Decimal => {
    const cell = table.figures.at(index, column);
    return cell.state === 'value' ? cell.value : ZERO_DECIMAL;
  };
  const isGap = (rows: readonly TableRow[]): boolean =>
    rows.length > 0 &&
    compareDecimals(
      absDecimal(difference),
      absDecimal(rows.map(amountOf).reduce((a, b) => addDecimals(a, b), ZERO_DECIMAL)),
    ) === 0;
  const hidden = leaves.filter((leaf) => leaf.hidden && amountOf(leaf).coefficient !== 0n);
  if (isGap(hidden)) {
    const rows = hidden.map(({ index }) => index + 1).join(', ');
    return {
      gap: `; chênh lệch bằng đúng dòng ${rows} đang ẩn`,
      gapEn: `; the difference is exactly what hidden row ${rows} holds`,
    };
  }
  const [one, ...more] = leaves.filter((leaf) => isGap([leaf]));
  if (!one || more.length > 0) return none;
  return {
    gap: `; chênh lệch bằng đúng số ở dòng ${one.index + 1}`,
    gapEn: `; the difference is exactly what row ${one.index + 1} holds`,
  };
}
