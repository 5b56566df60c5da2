import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Projects whose plan names no source, and whose figures the Treasury splits, were stored as if nobody did. Where there are any, what is
 * stored counts no longer: questions derive until the job of 340 has stored it anew.
 */
export class SplitByTheTreasury1700000000339 implements MigrationInterface {
  readonly name = 'SplitByTheTreasury1700000000339';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM capital.derivation WHERE name = 'project_standing' AND EXISTS (
        SELECT FROM capital.plan_position plan
          JOIN capital.disbursement_position stated USING (project_id, plan_year)
        WHERE plan.source_code = 'unspecified' AND stated.basis = 'treasury' AND stated.source_code <> 'unspecified'
      )
    `);
  }

  /** What was stored wrongly looks like what is right. */
  async down(): Promise<void> {
    // Nothing to take back.
  }
}
