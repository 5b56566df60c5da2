import type { EntityManager } from 'typeorm';

/**
 * Tells the planner of the week that was just written. Its statistics know all earlier weeks by their ids, so of a new one it
 * expects no row, and joins thousands of them by comparing each with each.
 */
export async function analyzeSnapshots(manager: EntityManager): Promise<void> {
  await manager.query(
    'ANALYZE snapshots.snapshot_project (snapshot_id), snapshots.snapshot_line (snapshot_id), snapshots.snapshot_blocker (snapshot_id)',
  );
}
