import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Owners' own plans of disbursing, month by month. */
export class SpendingPlans1700000000042 implements MigrationInterface {
  readonly name = 'SpendingPlans1700000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE spending_plan (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project,
        plan_year integer NOT NULL,
        cumulative numeric(20,0)[] NOT NULL CHECK (cardinality(cumulative) = 13),
        document text,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX spending_plan_project ON spending_plan (plan_year, project_id, id DESC);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON spending_plan
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE spending_plan IS 'Owners'' plans of disbursing this year''s capital: the last recorded by an instant counts; append-only; business clock';
      COMMENT ON COLUMN spending_plan.cumulative IS 'Whole đồng by the end of each of the 13 months, January to January';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE spending_plan');
  }
}
