import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { codeFingerprint } from '@thongvon/platform';

/** What a check stood on. As long as it is the same ground, the same check of the same return finds the same. */
export interface CheckGround {
  /** Which database cluster's transactions `snapshot` counts, which code checked, and on which day. */
  readonly by: string;
  /** What the check could see, as PostgreSQL's `pg_snapshot`. */
  readonly snapshot: string;
}

/** A copy of the database in another cluster counts its transactions anew. */
const CLUSTER = '(SELECT system_identifier::text FROM pg_control_system())';

/** The ground as it is now. Take it before the check's first look: what changes meanwhile counts as changed after it. */
export async function currentGround(manager: EntityManager, today: PlainDate): Promise<CheckGround> {
  const [ground] = await manager.query<CheckGround[]>(
    `SELECT ${CLUSTER} || ' ' || $1 AS by, pg_current_snapshot()::text AS snapshot`,
    [`${codeFingerprint()} ${today}`],
  );
  if (!ground) throw new Error('PostgreSQL tells no snapshot');
  return ground;
}

/** Whether nothing that the return's last check read has changed since by a transaction that a new check could see. */
export async function standsOnSameGround(
  manager: EntityManager,
  returnId: string,
  today: PlainDate,
): Promise<boolean> {
  const [row] = await manager.query<{ same: boolean | null }[]>(
    `SELECT checked_by = ${CLUSTER} || ' ' || $2 AND NOT EXISTS (
       SELECT FROM returns.ledger_change
       WHERE xid >= pg_snapshot_xmin(checked_in) AND NOT pg_visible_in_snapshot(xid, checked_in)
     ) AS same
     FROM returns.return_reading WHERE return_id = $1`,
    [returnId, `${codeFingerprint()} ${today}`],
  );
  return row?.same ?? false;
}
