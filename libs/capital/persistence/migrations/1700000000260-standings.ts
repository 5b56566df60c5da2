import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How each project stands from its newest change on, so that pages cost what projects there are, not what was ever reported
 * (ADR 0183). Where there are figures, a job fills it (261)
 * and marks that it did; without the mark questions derive what they show, as before.
 */
export class Standings1700000000260 implements MigrationInterface {
  readonly name = 'Standings1700000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capital.project_standing (
        project_id uuid NOT NULL,
        plan_year integer NOT NULL,
        basis text NOT NULL,
        source_code text NOT NULL,
        counted text NOT NULL,
        since date NOT NULL,
        since_split date NOT NULL,
        is_planned boolean NOT NULL,
        is_covered boolean NOT NULL,
        planned numeric(20,0),
        planned_by_september numeric(20,0),
        disbursed numeric(20,0),
        completed numeric(20,0),
        advance numeric(20,0),
        not_split numeric(20,0),
        derived numeric(20,0),
        by_treasury numeric(20,0),
        as_of date,
        oldest_on date,
        week_ago numeric(20,0),
        week_ago_on date,
        week_ago_open integer,
        month_ago numeric(20,0),
        month_ago_on date,
        month_ago_open integer,
        step_days date[],
        step_disbursed numeric[],
        step_on date[],
        step_open integer[],
        CONSTRAINT project_standing_pkey PRIMARY KEY (plan_year, basis, source_code, project_id, counted)
      );
      CREATE INDEX project_standing_project ON capital.project_standing (project_id);
      CREATE INDEX project_standing_since ON capital.project_standing (plan_year, basis, since) WHERE source_code = '*';
      CREATE INDEX project_standing_since_split ON capital.project_standing (plan_year, basis, since_split) WHERE source_code = '*';
      CREATE TABLE capital.derivation (
        name text CONSTRAINT derivation_pkey PRIMARY KEY,
        stored_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO capital.derivation (name) SELECT 'project_standing'
      WHERE NOT EXISTS (SELECT FROM capital.plan_position) AND NOT EXISTS (SELECT FROM capital.disbursement_position);
      COMMENT ON TABLE capital.derivation IS 'What has been derived whole since there is a table for it; what is missing here is derived when it is asked for';
      COMMENT ON TABLE capital.project_standing IS 'Derived: how a project stands in a plan year from its newest change (since) on, as known now; whole đồng. Of one source, or of all (*); counted over the plan of the year, all plan, or the same for both';
      COMMENT ON COLUMN capital.project_standing.since_split IS 'Of what the Treasury states as well, by which amounts are split';
      COMMENT ON COLUMN capital.project_standing.step_days IS 'Days on which the sum changed, since the month before its newest figures';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capital.project_standing, capital.derivation');
  }
}
