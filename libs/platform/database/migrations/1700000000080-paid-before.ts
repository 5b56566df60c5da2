import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid of projects before a plan year. */
export class PaidBefore1700000000080 implements MigrationInterface {
  readonly name = 'PaidBefore1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paid_before (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project,
        plan_year integer NOT NULL,
        paid numeric(20,0) NOT NULL CHECK (paid >= 0),
        document text,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX paid_before_project ON paid_before (plan_year, project_id, id DESC);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON paid_before
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE paid_before IS 'What was paid of a project from its start to the end of the year before the plan year: the last recorded by an instant counts; append-only; business clock';
      COMMENT ON COLUMN paid_before.paid IS 'Whole đồng';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paid_before');
  }
}
