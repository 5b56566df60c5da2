import type { Dong } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { isDecrease } from '../model/meaning';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { identityOfRow } from './identities';
import type { LineSource, SlotOfTable } from './line-source';
import type { TypedTable } from './typed-table';

/** An amount of a line and where it comes from. */
export interface LineAmount {
  readonly dong: Dong | null;
  readonly cell: CellModel | undefined;
  readonly derived: boolean;
  readonly notApplicable: boolean;
  readonly unreadable: boolean;
}

export const NOTHING: LineAmount = {
  dong: null,
  cell: undefined,
  derived: false,
  notApplicable: false,
  unreadable: false,
};
const ZERO_BY_IDENTITY: LineAmount = { ...NOTHING, dong: 0n, derived: true };

/** What a cell of a project's row gives to its line. */
export function readCell(column: number, row: TableRow, project: ProjectRows, input: LineSource): LineAmount {
  if (project.split && row === project.own && beneathFilled(project, column, input.table)) return NOTHING;
  const amount = input.reader.read(row.index, column);
  if (amount.state === 'blank' && isZeroByIdentity(column, row, input)) return ZERO_BY_IDENTITY;
  if (amount.state === 'blank' && !amount.cell) return NOTHING;
  return {
    dong: amount.dong,
    cell: amount.cell,
    derived: false,
    notApplicable: amount.state === 'not-applicable',
    unreadable: amount.state === 'unreadable',
  };
}

function beneathFilled(project: ProjectRows, column: number, { figures }: TypedTable): boolean {
  return project.lines.some((line) => figures.at(line.index, column).state !== 'blank');
}

/** Of a blank cell. */
function isZeroByIdentity(column: number, row: TableRow, { table, identitiesOf }: LineSource): boolean {
  const identities = identitiesOf.get(column);
  if (!identities) return false;
  return identities.some((i) => identityOfRow(table, i, row.index).state === 'blanks-are-zero');
}

/**
 * The plan after an adjustment that only shows the plan before it and what is added and taken away; the disbursement of
 * a table that only shows last month's and this month's. Nothing before is nothing to add to.
 */
export function withChanges(
  amount: LineAmount,
  { changes }: Pick<SlotOfTable, 'changes'>,
  read: (column: number) => LineAmount,
): LineAmount {
  if (amount.unreadable || amount.notApplicable) return amount;
  let dong = amount.dong ?? 0n;
  let changed = false;
  for (const { field, column } of changes) {
    const change = read(column);
    if (change.unreadable) return { ...amount, dong: null, unreadable: true };
    if (amount.dong === null && change.dong === null) continue;
    const size = change.dong ?? 0n;
    // Some write what is taken away as a negative number.
    dong += isDecrease(field) && size > 0n ? -size : size;
    changed = true;
  }
  return changed ? { ...amount, dong, derived: true } : amount;
}

/** What a partial list of sources leaves of the total. */
export function remainder(total: LineAmount, parts: readonly { amount: LineAmount }[]): LineAmount {
  if (total.dong === null) return total;
  const dong = parts.reduce((left, { amount }) => left - (amount.dong ?? 0n), total.dong);
  return { ...total, dong: dong === 0n ? null : dong, derived: true };
}
