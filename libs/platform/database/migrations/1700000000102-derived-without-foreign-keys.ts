import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Positions are written from ledger rows that can't be deleted and refer to projects themselves: nothing is left to check. */
const DERIVED = [
  { table: 'plan_position', column: 'project_id', of: 'project' },
  { table: 'plan_position', column: 'allocation_id', of: 'allocation' },
  { table: 'disbursement_position', column: 'project_id', of: 'project' },
  { table: 'disbursement_position', column: 'figure_id', of: 'figure' },
];

export class DerivedWithoutForeignKeys1700000000102 implements MigrationInterface {
  readonly name = 'DerivedWithoutForeignKeys1700000000102';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column } of DERIVED)
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, column, of } of DERIVED)
      await runner.query(`ALTER TABLE ${table} ADD FOREIGN KEY (${column}) REFERENCES ${of}`);
  }
}
