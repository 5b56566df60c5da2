import type { EntityManager } from 'typeorm';
import type { ContractAdvanceView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import {
  CONTRACT_ADVANCE_COLUMNS,
  contractAdvancesOn,
  PAID,
  toView,
  type ContractAdvanceRow,
} from '../../persistence/advances/contract-advance-rows';

/** Every contract's advance, whoever holds the project, of which something is still out on the day, with its clock. */
export async function outstandingContractAdvances(
  manager: EntityManager,
  on: PlainDate,
): Promise<ContractAdvanceView[]> {
  const rows = await manager.query<ContractAdvanceRow[]>(
    `SELECT ${CONTRACT_ADVANCE_COLUMNS} FROM ${contractAdvancesOn('$1::date')} WHERE ${PAID} ORDER BY a.on_date, a.advance_id`,
    [on],
  );
  return rows.map((row) => toView(row, on)).filter(({ state }) => state !== 'recovered');
}
