import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of a return that its sender has described, where the reader couldn't find or understand them. */
export class ReturnMapping1700000000015 implements MigrationInterface {
  readonly name = 'ReturnMapping1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE return ADD COLUMN mapping jsonb NOT NULL DEFAULT '[]';
      COMMENT ON COLUMN return.mapping IS 'Tables that the sender has described: sheet, header rows, kind, columns with their meanings';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE return DROP COLUMN mapping');
  }
}
