import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owes which return when belongs to the room of reporting duties (ADR 0173). Its place only: no row is touched. */
export class DutiesInTheirRoom1700000000207 implements MigrationInterface {
  readonly name = 'DutiesInTheirRoom1700000000207';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organizations.reporting_duty SET SCHEMA reporting_duties');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reporting_duties.reporting_duty SET SCHEMA organizations');
  }
}
