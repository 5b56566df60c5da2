import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of returns show of a reading, kept beside it: the reading itself can be megabytes. */
export class ReturnSummary1700000000055 implements MigrationInterface {
  readonly name = 'ReturnSummary1700000000055';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE return_reading ADD COLUMN summary jsonb;
      COMMENT ON COLUMN return_reading.summary IS
        'Total, sums of the preview with projects by state, findings by severity. Null: read before it was kept';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE return_reading DROP COLUMN summary');
  }
}
