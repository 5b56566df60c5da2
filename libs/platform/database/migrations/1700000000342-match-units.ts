import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asks for the job that finds which organisations the units of blockers are (341), where there are any blockers. */
export class MatchUnits1700000000342 implements MigrationInterface {
  readonly name = 'MatchUnits1700000000342';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO platform.work_intent (job, subject, created_at, relay_after)
      SELECT 'match-units', gen_random_uuid(), now(), now() WHERE EXISTS (SELECT FROM blockers.blocker)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM platform.work_intent WHERE job = 'match-units'`);
  }
}
