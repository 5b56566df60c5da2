import { CHANGE_FIELDS, CLEARANCE_FIELDS } from '../columns/meaning';
import type { Choice, Findings } from '../findings';
import { planTypeChoices } from '../messages/names';
import { checkIdentities } from '../table/identities';
import { unclearPlanTypes } from '../table/unclear-plan-types';
import { columnsOf, type TypedTable } from '../table/typed-table';
import type { ReadingOptions } from '../options';
import type { ReadyTable } from '../type-tables';
import { askAboutCellUnits } from './cell-units';
import { askAboutColumnUnits } from './column-units';
import { checkHidden } from './hidden';
import { checkMergedAmounts } from './merged-amounts';
import { checkPartsWithin } from './parts-within';
import { checkRates } from './rates';
import { tellRecovered } from './recovery-choices';
import { checkTotals } from './totals';

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
