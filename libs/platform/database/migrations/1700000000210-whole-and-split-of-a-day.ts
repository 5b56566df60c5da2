import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of two returns of the same day, one with the whole of a project's plan and one with its split by source, the one approved
 * last counts (ADR 0163); before, both did. What was derived so follows the ledger once such returns are recomputed.
 */
export class WholeAndSplitOfADay1700000000210 implements MigrationInterface {
  readonly name = 'WholeAndSplitOfADay1700000000210';

  /** The relay hands the wishes over when the system starts; until then answers say that figures are stale. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO platform.work_intent (job, subject, created_at, relay_after)
      SELECT DISTINCT 'recompute-positions', a.return_id, now(), now()
      FROM capital.allocation a JOIN capital.allocation b USING (project_id, plan_year, plan_type, effective_on)
      WHERE a.source_code = 'unspecified' AND b.source_code <> 'unspecified' AND a.return_id <> b.return_id
    `);
  }

  /** Nothing to undo: what was recomputed agrees with the ledger. */
  async down(): Promise<void> {
    // Intentions stay: to recompute is always safe.
  }
}
