import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the table of projects is sorted by over all sources, each with the id of the project: word for word as it is asked for. */
const SORTED: Readonly<Record<string, string>> = {
  planned: 'planned',
  disbursed: 'disbursed',
  completed: 'completed',
  advance: 'advance',
  remaining: '(planned - disbursed)',
  rate: '(disbursed / nullif(planned, 0))',
  change: '(CASE WHEN as_of > week_ago_on AND week_ago_open = 0 THEN disbursed - week_ago END)',
  shortfall: `(planned - CASE WHEN disbursed >= planned THEN disbursed
    WHEN month_ago_open = 0 AND as_of > month_ago_on AND disbursed IS NOT NULL AND month_ago IS NOT NULL THEN
      greatest(disbursed, least(planned, disbursed + round(
        greatest(disbursed - month_ago, 0) * (make_date(plan_year + 1, 1, 31) - as_of) / (as_of - month_ago_on)))) END)`,
  day: 'as_of',
};

/**
 * Sums of how projects stand by office, owner, kind and commune, so that headline and facets cost what groups there are, not what projects
 * (ADR 0192). Where there are figures, a job fills it (285) and marks that it did; without the mark they are summed when asked for.
 * A page of the table is found by an index for each way of sorting it (ADR 0193).
 */
export class StandingSums1700000000284 implements MigrationInterface {
  readonly name = 'StandingSums1700000000284';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capital.standing_sum (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plan_year integer NOT NULL,
        basis text NOT NULL,
        source_code text NOT NULL,
        counted text NOT NULL,
        by_commune boolean NOT NULL,
        office_id uuid NOT NULL,
        owner_key text,
        owner text,
        kind text NOT NULL,
        commune text,
        is_planned boolean NOT NULL,
        is_covered boolean NOT NULL,
        has_amount boolean NOT NULL,
        as_of date,
        projects integer NOT NULL,
        lines integer NOT NULL,
        lines_by_september integer NOT NULL,
        planned numeric,
        planned_by_september numeric,
        disbursed numeric,
        completed numeric,
        advance numeric,
        derived numeric,
        by_treasury numeric,
        not_split numeric,
        not_split_projects integer NOT NULL,
        reported integer NOT NULL,
        oldest_on date,
        unfinished integer NOT NULL,
        finished integer NOT NULL,
        paced integer NOT NULL,
        pace numeric,
        pace_from date,
        forecasted integer NOT NULL,
        forecast numeric,
        unspent integer NOT NULL,
        nothing_disbursed integer NOT NULL,
        treasury_differs integer NOT NULL,
        treasury_differs_all_plan integer NOT NULL,
        rates integer[]
      );
      CREATE INDEX standing_sum_office ON capital.standing_sum (plan_year, basis, source_code, by_commune, office_id);
      CREATE INDEX standing_sum_commune ON capital.standing_sum (plan_year, basis, source_code, commune) WHERE by_commune;
      COMMENT ON TABLE capital.standing_sum IS 'Derived: sums of project_standing over the projects that an office holds now, by owner, kind and, with by_commune, commune; whole đồng. Its forecast and pace hold while as_of isn’t too old';
      COMMENT ON COLUMN capital.standing_sum.lines IS 'Projects that are planned or, with a plan in force, reported';
      COMMENT ON COLUMN capital.standing_sum.unfinished IS 'Projects with money of their plan left';
      COMMENT ON COLUMN capital.standing_sum.rates IS 'In order: what each project with a plan has disbursed of it, in hundredths of a percent, rounded down';
      CREATE TABLE capital.standing_step (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plan_year integer NOT NULL,
        basis text NOT NULL,
        source_code text NOT NULL,
        counted text NOT NULL,
        office_id uuid NOT NULL,
        owner_key text,
        kind text NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL,
        disbursed numeric,
        since date,
        open integer
      );
      CREATE INDEX standing_step_office ON capital.standing_step (plan_year, basis, source_code, office_id, to_day);
      COMMENT ON TABLE capital.standing_step IS 'Derived: what planned projects of standing_sum had disbursed from a day on, until another; whole đồng';
      COMMENT ON COLUMN capital.standing_step.open IS 'Of how many figures then it isn’t known whether they are of the source';
      CREATE TABLE capital.summed_office (
        office_id uuid NOT NULL,
        plan_year integer NOT NULL,
        is_summed boolean NOT NULL,
        CONSTRAINT summed_office_pkey PRIMARY KEY (office_id, plan_year)
      );
      COMMENT ON TABLE capital.summed_office IS 'Derived: offices with projects in project_standing, and whether standing_sum has their sums as they are now';
      INSERT INTO capital.derivation (name) SELECT 'standing_sum'
      WHERE NOT EXISTS (SELECT FROM capital.plan_position) AND NOT EXISTS (SELECT FROM capital.disbursement_position);
    `);
    for (const [name, sql] of Object.entries(SORTED))
      await runner.query(
        `CREATE INDEX project_standing_by_${name} ON capital.project_standing (plan_year, basis, ${sql}, project_id) WHERE source_code = '*'`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(SORTED))
      await runner.query(`DROP INDEX capital.project_standing_by_${name}`);
    await runner.query(`
      DROP TABLE capital.standing_sum, capital.standing_step, capital.summed_office;
      DELETE FROM capital.derivation WHERE name = 'standing_sum';
    `);
  }
}
