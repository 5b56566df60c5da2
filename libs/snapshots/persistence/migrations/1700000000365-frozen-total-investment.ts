import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weeks that were frozen before don't know it: of their projects it isn't said how much capital they could take. */
export class FrozenTotalInvestment1700000000365 implements MigrationInterface {
  readonly name = 'FrozenTotalInvestment1700000000365';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE snapshots.snapshot_project ADD COLUMN total_investment numeric(20,0)');
    await runner.query(
      `COMMENT ON COLUMN snapshots.snapshot_project.total_investment IS 'Whole đồng, as registered when the week was frozen; null: not known, or frozen before this was kept'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE snapshots.snapshot_project DROP COLUMN total_investment');
  }
}
