import type { PlainDate } from '@thongvon/kernel';
import type { EntityManager } from 'typeorm';

/** An instant at which known time is closed, for a week and revision. */
export interface Cut {
  readonly week: PlainDate;
  readonly revision: number;
  readonly knownThrough: Date;
  /** Why a week is frozen again, and who wants it; null for revision 1. */
  readonly reason: string | null;
  readonly requestedBy: string | null;
}

/**
 * Closes known time at the cut, unless that has been done. It waits for approvals under way, and whatever takes effect
 * afterwards is recorded behind it (trigger `after_last_cut`): a figure is on exactly one side. Needs a transaction of its own.
 */
export async function closeKnownTime(manager: EntityManager, cut: Cut): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('weekly_cut'))`);
  await manager.query(
    `INSERT INTO snapshots.weekly_cut (week, revision, known_through, reason, requested_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (week, revision) DO NOTHING`,
    [cut.week, cut.revision, cut.knownThrough, cut.reason, cut.requestedBy],
  );
}

const COLUMNS = `week, revision, known_through AS "knownThrough", reason, requested_by AS "requestedBy"`;

/** The earliest cut whose snapshot has not been written. */
export async function openCut(manager: EntityManager): Promise<Cut | undefined> {
  const [cut] = await manager.query<Cut[]>(
    `SELECT ${COLUMNS} FROM snapshots.weekly_cut c
     WHERE NOT EXISTS (SELECT FROM snapshots.weekly_snapshot s WHERE (s.week, s.revision) = (c.week, c.revision))
     ORDER BY week, revision LIMIT 1`,
  );
  return cut;
}

/** The latest week that was cut, frozen or not; null while there is none. */
export async function lastWeekCut(manager: EntityManager): Promise<PlainDate | null> {
  const [row] = await manager.query<{ week: PlainDate | null }[]>(
    `SELECT max(week) AS week FROM snapshots.weekly_cut`,
  );
  return row?.week ?? null;
}

/** When the first return with figures was approved; null while there is none. */
export async function firstApproval(manager: EntityManager): Promise<Date | null> {
  const [row] = await manager.query<{ at: Date | null }[]>(
    `SELECT min(at) AS at FROM returns.return_effect_ref e WHERE EXISTS (SELECT FROM capital.figure_ref f WHERE f.return_id = e.return_id)`,
  );
  return row?.at ?? null;
}
