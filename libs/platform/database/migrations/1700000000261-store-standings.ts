import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Asks for the job that stores how all projects stand (260), where anything was ever done. The relay hands it over when the system
 * starts; until it is done questions derive what they show, as before.
 */
export class StoreStandings1700000000261 implements MigrationInterface {
  readonly name = 'StoreStandings1700000000261';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO platform.work_intent (job, subject, created_at, relay_after)
      SELECT 'store-standings', gen_random_uuid(), now(), now()
      WHERE EXISTS (SELECT FROM platform.work_intent)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM platform.work_intent WHERE job = 'store-standings'`);
  }
}
