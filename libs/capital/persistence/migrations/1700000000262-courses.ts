import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each office's projects have disbursed from day to day, so that a curve costs what offices and days there are, not what was ever
 * reported (ADR 0185). Where there are figures, a job fills it (264) and marks that it did; without the mark curves are derived, as before.
 */
export class Courses1700000000262 implements MigrationInterface {
  readonly name = 'Courses1700000000262';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capital.project_course (
        project_id uuid NOT NULL,
        plan_year integer NOT NULL,
        office_id uuid NOT NULL,
        sources text[] NOT NULL,
        gives jsonb NOT NULL,
        open text[] NOT NULL,
        CONSTRAINT project_course_pkey PRIMARY KEY (project_id, plan_year)
      );
      CREATE INDEX project_course_open ON capital.project_course (plan_year) WHERE open <> '{}';
      COMMENT ON TABLE capital.project_course IS 'Derived: how the figures of a project with a plan in force are counted in office_course';
      COMMENT ON COLUMN capital.project_course.office_id IS 'Who holds the project in the register now';
      COMMENT ON COLUMN capital.project_course.sources IS 'Of which it has a plan in force';
      COMMENT ON COLUMN capital.project_course.gives IS 'By plan type the source that a figure without one belongs to: the only one of which that plan is';
      COMMENT ON COLUMN capital.project_course.open IS 'Bases with a figure that belongs to no source by itself: of these the project is counted over all sources only';
      CREATE TABLE capital.office_course (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plan_year integer NOT NULL,
        basis text NOT NULL,
        source_code text NOT NULL,
        plan_type text NOT NULL,
        office_id uuid NOT NULL,
        day date NOT NULL,
        disbursed numeric(20,0) NOT NULL,
        known integer NOT NULL,
        steps integer NOT NULL
      );
      CREATE INDEX office_course_office ON capital.office_course (plan_year, basis, source_code, office_id, day);
      COMMENT ON TABLE capital.office_course IS 'Derived: by how much a day changes what the planned projects of an office have disbursed, of one source, or of all (*), as known now; whole đồng. Rows add up: each was written by what changed it';
      COMMENT ON COLUMN capital.office_course.known IS 'Those of the steps that have an amount';
      COMMENT ON COLUMN capital.office_course.steps IS 'How many figures more begin or cease to hold on the day';
      INSERT INTO capital.derivation (name) SELECT 'office_course'
      WHERE NOT EXISTS (SELECT FROM capital.plan_position) AND NOT EXISTS (SELECT FROM capital.disbursement_position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE capital.project_course, capital.office_course;
      DELETE FROM capital.derivation WHERE name = 'office_course';
    `);
  }
}
