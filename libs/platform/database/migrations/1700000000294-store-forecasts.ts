import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asks for the job that stores sums of offices, now also their forecasts (293), where any wait for it. */
export class StoreForecasts1700000000294 implements MigrationInterface {
  readonly name = 'StoreForecasts1700000000294';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO platform.work_intent (job, subject, created_at, relay_after)
      SELECT 'store-sums', gen_random_uuid(), now(), now()
      WHERE EXISTS (SELECT FROM capital.summed_office WHERE NOT is_summed)
        AND NOT EXISTS (SELECT FROM platform.work_intent WHERE job = 'store-sums' AND done_at IS NULL)
    `);
  }

  /** What is wished for is done in any case: the job stores what isn't stored. */
  async down(): Promise<void> {
    // Nothing to take back.
  }
}
