import type { EntityManager } from 'typeorm';
import type { FrozenWeekRef } from '@thongvon/snapshots';

const EVALUATION_LOCK = 0x616c_6572;

/** Lets one transaction at a time look at weeks: alerts of two weeks must not be reported at once. */
export async function lockEvaluations(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [EVALUATION_LOCK]);
}

/** The earliest frozen week, up to the given one, that nobody has looked at. */
export async function nextUnevaluated(
  manager: EntityManager,
  { week, revision }: FrozenWeekRef,
): Promise<string | undefined> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT s.id FROM snapshots.week_ref s
     WHERE (s.week, s.revision) <= ($1::date, $2::integer) AND s.id NOT IN (SELECT snapshot_id FROM alerts.alert_evaluation)
     ORDER BY s.week, s.revision LIMIT 1`,
    [week, revision],
  );
  return row?.id;
}

/** Whether a later week has been looked at. */
export async function isReplaced(manager: EntityManager, { week }: FrozenWeekRef): Promise<boolean> {
  const rows = await manager.query<object[]>(
    'SELECT FROM alerts.alert_evaluation WHERE week > $1 AND counted LIMIT 1',
    [week],
  );
  return rows.length > 0;
}

export async function markEvaluated(
  manager: EntityManager,
  { id, week }: FrozenWeekRef,
  counted: boolean,
  at: Date,
): Promise<void> {
  await manager.query(
    'INSERT INTO alerts.alert_evaluation (snapshot_id, week, evaluated_at, counted) VALUES ($1, $2, $3, $4)',
    [id, week, at, counted],
  );
}
