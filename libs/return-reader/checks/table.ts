import { shownDecimal } from '@thongvon/kernel';
import { cellName } from '@thongvon/workbook-io';
import { CHANGE_FIELDS, CLEARANCE_FIELDS } from '../model/meaning';
import { type Choice, type Findings, planTypeChoices } from '../findings/findings';
import type { Compared } from '../evidence/tally';
import type { ReadingOptions } from '../model/options';
import type { TableRow } from '../rows/table-row';
import { columnLetters } from '../sheet/grid';
import type { AmountReader } from '../table/amounts';
import { checkIdentities } from '../table/identities';
import { columnsOf, slotsOf, type TypedTable } from '../table/typed-table';
import { unclearPlanTypes } from '../table/row-context';
import type { ReadyTable } from '../table/line-amount';
import { askAboutCellUnits } from './cell-units';
import { askAboutColumnUnits } from './column-units';
import { type LeafRow, scopesOfTotal, sumOfLeaves, type Verdict, verdictOf } from './sums';
import { checkPartsWithin } from './parts-within';
import { checkRates } from './rates';
import { askAboutReturnedRows } from './returned-rows';

const ROLES: readonly Choice[] = [
  { value: 'project', label: 'Là một dự án', labelEn: 'A project' },
  { value: 'group', label: 'Là tiêu đề nhóm', labelEn: 'A heading' },
  { value: 'detail', label: 'Là phần của dòng trên', labelEn: 'A part of the row above' },
  { value: 'second-line', label: 'Nối tiếp tên ở dòng trên', labelEn: 'The second line of the name above' },
  { value: 'note', label: 'Là ghi chú của dự án ở trên', labelEn: 'A note on the project above' },
  { value: 'ignored', label: 'Bỏ qua', labelEn: 'Ignore it' },
];

/** Everything about one table that its own cells can prove or refute. */
export function checkTable(
  { table, reader, identities }: ReadyTable,
  options: ReadingOptions,
  findings: Findings,
): UnitsAsked {
  const sheet = table.raw.grid.name;
  const summed = columnsOf(
    table,
    (meaning) =>
      ('planType' in meaning && meaning.field !== 'total-investment') ||
      [...CLEARANCE_FIELDS, ...CHANGE_FIELDS].some((field) => field === meaning.field),
  );
  checkIdentities(table, identities, findings);
  checkTotals(table, summed, table.kind === 'land-clearance' ? undefined : reader, findings);
  checkPartsWithin(table, identities, summed, findings);
  checkMergedAmounts(table, summed, findings);
  const asked = askAboutUnits(table, options, findings);
  checkRates(table, findings, asked.ofRow);
  tellRecovered(table, findings);
  checkHidden(table, findings);
  for (const { cell, choices } of unclearPlanTypes(table))
    findings.add(
      'plan-type-unclear',
      { sheet, cell },
      { year: table.planYear ?? '' },
      planTypeChoices(choices),
    );
  askAboutReturnedRows(table, options, findings);
  for (const row of table.portfolio.unclear)
    findings.add('row-unclear', { sheet, cell: row.labelCell }, { row: row.index + 1 }, ROLES);
  for (const row of table.body.stray)
    findings.add(
      'row-after-end',
      { sheet, cell: row.labelCell ?? row.codeCell },
      { row: row.index + 1 },
      ROLES.slice(-1),
    );
  for (const row of table.body.rows)
    if (table.outline.kinds.get(row.index) === 'unlabelled')
      findings.add(
        'project-without-name',
        { sheet, at: { row: row.index, column: 0 } },
        { row: row.index + 1 },
      );
  return asked;
}

/** Of which rows of a table a person is asked for the unit: nothing that follows from it is said. */
export interface UnitsAsked {
  /** Of a whole column, and so of every row. */
  readonly ofColumn: boolean;
  readonly ofRow: (row: number) => boolean;
}

function askAboutUnits(table: TypedTable, options: ReadingOptions, findings: Findings): UnitsAsked {
  if (askAboutColumnUnits(table, options, findings)) return { ofColumn: true, ofRow: () => true };
  const rows = new Set(askAboutCellUnits(table, options, findings));
  return { ofColumn: false, ofRow: (row) => rows.has(row) };
}

/** One amount in a cell merged over several projects can't be given to any of them. */
function checkMergedAmounts(table: TypedTable, columns: readonly number[], findings: Findings): void {
  const { grid } = table.raw;
  const projectOf = new Map(
    table.portfolio.projects.flatMap((project) =>
      project.lines.map((line) => [line.index, project] as const),
    ),
  );
  for (const merge of grid.sheet.merges) {
    if (!columns.includes(merge.left) || merge.top === merge.bottom) continue;
    const cell = grid.cell(merge.top, merge.left);
    if (!cell || !projectOf.has(merge.top)) continue;
    const rows = [...projectOf.keys()].filter((row) => row >= merge.top && row <= merge.bottom);
    if (new Set(rows.map((row) => projectOf.get(row))).size < 2) continue;
    findings.add(
      'merged-over-projects',
      { sheet: grid.name, cell },
      { rows: `${cellName(merge.top, merge.left)}:${cellName(merge.bottom, merge.left)}` },
    );
  }
}

/** Hidden rows, columns and sheets are read; that they are hidden is said, since nobody looks at what is hidden. */
function checkHidden(table: TypedTable, findings: Findings): void {
  const { grid } = table.raw;
  const sheet = grid.name;
  const used = columnsOf(table, (meaning) => meaning.field !== 'ignored');
  const rows = table.body.rows.filter((row) => row.hidden && (row.figures > 0 || row.codeCell));
  const [first] = rows;
  if (first)
    findings.add(
      'hidden-rows',
      { sheet, cell: first.labelCell ?? first.codeCell, at: { row: first.index, column: 0 } },
      { rows: rows.map((row) => row.index + 1).join(', ') },
    );
  const columns = used.filter(
    (column) => grid.sheet.hiddenColumns.has(column) && isFilledColumn(table, column),
  );
  const [column] = columns;
  if (column !== undefined)
    findings.add(
      'hidden-columns',
      { sheet, at: { row: table.raw.header.bottom, column } },
      { columns: columns.map(columnLetters).join(', ') },
    );
  if (grid.sheet.hidden) findings.add('hidden-sheet', { sheet });
}

function isFilledColumn(table: TypedTable, column: number): boolean {
  return table.body.rows.some((row) => table.raw.grid.cell(row.index, column) !== undefined);
}

/** A stated total compared with the rows it should add up. */
interface Comparison {
  readonly column: number;
  readonly verdict: Exclude<Verdict, { state: 'unknown' }>;
}

/**
 * Compares every subtotal and total with the leaves beneath it. Totals are checked, never added. A total that could
 * cover several ranges is held to the one it fits best.
 */
function checkTotals(
  table: TypedTable,
  columns: readonly number[],
  reader: AmountReader | undefined,
  findings: Findings,
): void {
  const { portfolio, outline } = table;
  const allLeaves = portfolio.projects.map((project): LeafRow => ({ project }));
  const check = (
    row: TableRow,
    scopes: readonly (readonly LeafRow[])[],
    witness: 'stated-totals' | 'subtotals' = 'subtotals',
  ): void => {
    for (const column of columns) reader?.read(row.index, column);
    let best: Comparison[] | undefined;
    for (const leaves of scopes) {
      const compared = compare(table, row, leaves, columns);
      if (best === undefined || weight(compared) < weight(best)) best = compared;
      if (weight(best) === 0) break;
    }
    for (const { column, verdict } of best ?? []) tell(table, row, column, verdict, findings);
    countTotals(table, row, witness, best ?? [], findings);
  };
  for (const { node, projects } of portfolio.groups)
    check(node.row, [projects.map((project) => ({ project }))]);
  for (const project of portfolio.projects)
    if (project.split) check(project.own, [project.lines.map((line) => ({ project, line }))]);
  for (const row of outline.totals) check(row, scopesOfTotal(row, table, allLeaves), 'stated-totals');
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
  const sum = shownDecimal(verdict.sum);
  if (verdict.state === 'rounding') findings.add('total-rounding', place, { sum });
  else if (verdict.unreadable === 0) findings.add('total-differs', place, { sum });
  else findings.add('total-differs-unread', place, { sum, unread: verdict.unreadable });
}

/** Says how the disbursement was made of its parts, where the table itself shows no total of them. */
function tellRecovered(table: TypedTable, findings: Findings): void {
  for (const { total, planType } of slotsOf(table, 'recovered')) {
    const columnOf = (field: 'disbursed' | 'completed' | 'advance'): number | undefined =>
      slotsOf(table, field).find((slot) => slot.planType === planType)?.total;
    if (total === undefined || columnOf('disbursed') !== undefined) continue;
    const payments = [columnOf('completed'), columnOf('advance')].flatMap((column) => column ?? []);
    const formula = `${payments.map(columnLetters).join(' + ')} − ${columnLetters(total)}`;
    const at = { row: table.raw.header.bottom, column: total };
    findings.add('advance-recovered', { sheet: table.raw.grid.name, at }, { formula });
  }
}
