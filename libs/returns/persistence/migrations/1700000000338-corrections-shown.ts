import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of a number from its cell names what was declared for that cell (published-views.ts). */
export class CorrectionsShown1700000000338 implements MigrationInterface {
  readonly name = 'CorrectionsShown1700000000338';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW returns.correction_ref AS
        SELECT id, return_id, sheet, cell, type, value, stood, reason, replaces, actor_id, recorded_at FROM returns.correction;
      COMMENT ON VIEW returns.correction_ref IS 'What other rooms may read of returns.correction';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW returns.correction_ref');
  }
}
