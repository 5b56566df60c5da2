import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import {
  GIVEN,
  GUARANTEE_COLUMNS,
  guaranteesOn,
  STATE,
  type GuaranteeRow,
} from '../../persistence/guarantees/guarantee-rows';

/** Every guarantee, whoever holds the project, that isn't released on the day. */
export function openGuarantees(manager: EntityManager, on: PlainDate): Promise<GuaranteeRow[]> {
  return manager.query(
    `SELECT ${GUARANTEE_COLUMNS} FROM ${guaranteesOn('$1::date')} WHERE ${GIVEN} AND ${STATE} <> 'released'
     ORDER BY last.expires_on, g.guarantee_id`,
    [on],
  );
}
