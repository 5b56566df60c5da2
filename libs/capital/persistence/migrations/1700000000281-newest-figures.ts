import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A recomputation reads the figures of its projects from the day on that a return changes: the ledger gives them by that day, so that what
 * it costs doesn't grow with the weeks before.
 */
export class NewestFigures1700000000281 implements MigrationInterface {
  readonly name = 'NewestFigures1700000000281';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX capital.figure_project;
      CREATE INDEX figure_project ON capital.figure (project_id, as_of);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX capital.figure_project;
      CREATE INDEX figure_project ON capital.figure (project_id, plan_year);
    `);
  }
}
