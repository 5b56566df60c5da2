import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums by group as well (ADR 0196). What is stored without it is summed when it is asked for, until the next approvals have stored it anew. */
export class SumsByGroup1700000000292 implements MigrationInterface {
  readonly name = 'SumsByGroup1700000000292';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE capital.standing_sum ADD COLUMN group_code text;
      ALTER TABLE capital.standing_step ADD COLUMN group_code text;
      COMMENT ON TABLE capital.standing_sum IS 'Derived: sums of project_standing over the projects that an office holds now, by owner, kind, group and, with by_commune, commune; whole đồng. Its forecast and pace hold while as_of isn’t too old';
      COMMENT ON COLUMN capital.standing_sum.group_code IS 'Of the plan year; null: no return in force says it';
      COMMENT ON COLUMN capital.standing_step.group_code IS 'Of the plan year; null: no return in force says it';
      UPDATE capital.summed_office SET is_summed = false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE capital.standing_sum DROP COLUMN group_code;
      ALTER TABLE capital.standing_step DROP COLUMN group_code;
      COMMENT ON TABLE capital.standing_sum IS 'Derived: sums of project_standing over the projects that an office holds now, by owner, kind and, with by_commune, commune; whole đồng. Its forecast and pace hold while as_of isn’t too old';
      UPDATE capital.summed_office SET is_summed = false;
    `);
  }
}
