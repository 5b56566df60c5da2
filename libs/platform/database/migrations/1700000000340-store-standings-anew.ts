import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asks for the job that stores how projects stand, where 339 has found that what was stored counts no longer. */
export class StoreStandingsAnew1700000000340 implements MigrationInterface {
  readonly name = 'StoreStandingsAnew1700000000340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO platform.work_intent (job, subject, created_at, relay_after)
      SELECT 'store-standings', gen_random_uuid(), now(), now()
      WHERE NOT EXISTS (SELECT FROM capital.derivation WHERE name = 'project_standing')
        AND NOT EXISTS (SELECT FROM platform.work_intent WHERE job = 'store-standings' AND done_at IS NULL)
    `);
  }

  /** What is wished for is done in any case: the job stores what isn't stored. */
  async down(): Promise<void> {
    // Nothing to take back.
  }
}
