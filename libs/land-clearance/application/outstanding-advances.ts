import type { EntityManager } from 'typeorm';
import type { AdvanceView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { ADVANCE_COLUMNS, advancesOn, toAdvanceView, type AdvanceRow } from '../persistence/advance-rows';

/** Every compensation advance, whoever holds the project, of which something is still out on the day, with its clock. */
export async function outstandingAdvances(manager: EntityManager, on: PlainDate): Promise<AdvanceView[]> {
  const rows = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${advancesOn('$1::date')}
     WHERE a.type = 'advanced' AND a.on_date <= $1::date ORDER BY a.on_date, a.id`,
    [on],
  );
  return rows.map((row) => toAdvanceView(row, on)).filter(({ state }) => state !== 'settled');
}
