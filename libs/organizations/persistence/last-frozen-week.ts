import type { EntityManager } from 'typeorm';

/**
 * The latest week whose known time is closed, so that who owed what in it is history; undefined while there is none. A
 * freezing that begins meanwhile waits for the caller's transaction (the lock of ADR 0050).
 */
export async function lastFrozenWeek(manager: EntityManager): Promise<string | undefined> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared(hashtext('weekly_cut'))`);
  const [row] = await manager.query<{ week: string | null }[]>(
    'SELECT max(week) AS week FROM snapshots.weekly_cut_ref',
  );
  return row?.week ?? undefined;
}
