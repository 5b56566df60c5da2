import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What completed projects still owe belongs to works and contracts, not to land clearance (ADR 0172). Its place only: no row is touched. */
export class ClosingItemsInTheirRoom1700000000206 implements MigrationInterface {
  readonly name = 'ClosingItemsInTheirRoom1700000000206';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE land_clearance.closing_entry SET SCHEMA works_contracts;
      ALTER VIEW land_clearance.closing_ref SET SCHEMA works_contracts;
      COMMENT ON VIEW works_contracts.closing_ref IS 'What other rooms may read of works_contracts.closing_entry';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE works_contracts.closing_entry SET SCHEMA land_clearance;
      ALTER VIEW works_contracts.closing_ref SET SCHEMA land_clearance;
      COMMENT ON VIEW land_clearance.closing_ref IS 'What other rooms may read of land_clearance.closing_entry';
    `);
  }
}
