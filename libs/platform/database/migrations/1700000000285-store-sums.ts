import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Asks for the job that stores what isn't stored yet (264), now also sums of how projects stand (284), where anything was ever done.
 */
export class StoreSums1700000000285 implements MigrationInterface {
  readonly name = 'StoreSums1700000000285';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO platform.work_intent (job, subject, created_at, relay_after)
      SELECT 'store-standings', gen_random_uuid(), now(), now()
      WHERE EXISTS (SELECT FROM platform.work_intent)
        AND NOT EXISTS (SELECT FROM platform.work_intent WHERE job = 'store-standings' AND done_at IS NULL)
    `);
  }

  /** What is wished for is done in any case: the job stores what isn't stored. */
  async down(): Promise<void> {
    // Nothing to take back.
  }
}
