import { cellName } from '@thongvon/workbook-io';
import { type Choice, type Findings, planTypeChoices } from '../findings/findings';
import type { ReadingOptions } from '../model/options';
import { columnLetters } from '../sheet/grid';
import { checkIdentities } from '../table/identities';
import { columnsOf, slotsOf, type TypedTable } from '../table/typed-table';
import { unclearPlanTypes } from '../table/row-context';
import type { ReadyTable } from '../table/line-amount';
import { askAboutCellUnits } from './cell-units';
import { askAboutColumnUnits } from './column-units';
import { checkPartsWithin } from './parts-within';
import { checkRates } from './rates';
import { askAboutReturnedRows } from './returned-rows';
import { checkTotals, summedColumns } from './totals';

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
  const summed = summedColumns(table);
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
