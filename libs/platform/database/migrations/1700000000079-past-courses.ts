import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How offices disbursed in years of which the system holds no figures. */
export class PastCourses1700000000079 implements MigrationInterface {
  readonly name = 'PastCourses1700000000079';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE past_course (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization,
        plan_year integer NOT NULL,
        planned numeric(20,0) NOT NULL CHECK (planned > 0),
        cumulative numeric(20,0)[] NOT NULL CHECK (cardinality(cumulative) = 13),
        document text,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX past_course_organization ON past_course (plan_year, organization_id, id DESC);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON past_course
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE past_course IS 'How an organisation, with all below it, disbursed in a plan year that is over: the last recorded by an instant counts; append-only; business clock';
      COMMENT ON COLUMN past_course.planned IS 'The plan of that year at its end, whole đồng';
      COMMENT ON COLUMN past_course.cumulative IS 'Whole đồng disbursed by the end of each of the 13 months, January to January';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE past_course');
  }
}
