import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A return that counts again keeps its place among those approved since; before, it came last. What was derived by the
 * old order follows the ledger once the returns concerned are recomputed: those that began to count more than once.
 */
export class RecomputeReinstated1700000000117 implements MigrationInterface {
  readonly name = 'RecomputeReinstated1700000000117';

  /** The relay hands the wishes over when the system starts; until then answers say that figures are stale. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO work_intent (job, subject, created_at, relay_after)
      SELECT 'recompute-positions', return_id, now(), now() FROM return_effect
      WHERE effective GROUP BY return_id HAVING count(*) > 1 ORDER BY min(id)
    `);
  }

  /** Nothing to undo: what was recomputed agrees with the ledger. */
  async down(): Promise<void> {
    // Intentions stay: to recompute is always safe.
  }
}
