import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What offices' projects will have disbursed, and what they were assigned first, stored with their other sums (ADR 0216). Until the job that
 * 294 asks for has stored them, all sums are made when they are asked for.
 */
export class Forecasts1700000000293 implements MigrationInterface {
  readonly name = 'Forecasts1700000000293';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capital.standing_forecast (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        plan_year integer NOT NULL,
        basis text NOT NULL,
        source_code text NOT NULL,
        counted text NOT NULL,
        office_id uuid NOT NULL,
        as_of date NOT NULL,
        gains numeric[] NOT NULL
      );
      CREATE INDEX standing_forecast_office ON capital.standing_forecast (plan_year, basis, source_code, office_id);
      COMMENT ON TABLE capital.standing_forecast IS 'Derived: by how much the planned projects that an office holds now, with newest figures of as_of, will have gained at their pace, each rounded by itself and up to its plan. Holds while as_of isn’t too old';
      COMMENT ON COLUMN capital.standing_forecast.gains IS 'One day after as_of, two days, and so on until the plan year’s last day; whole đồng';
      CREATE TABLE capital.first_plan (
        office_id uuid NOT NULL,
        plan_year integer NOT NULL,
        source_code text NOT NULL,
        first_on date NOT NULL,
        amount numeric NOT NULL,
        CONSTRAINT first_plan_pkey PRIMARY KEY (office_id, plan_year, source_code)
      );
      COMMENT ON TABLE capital.first_plan IS 'Derived: what the first decision on any project that an office holds now assigned to these, of the year’s own plan; whole đồng';
      COMMENT ON COLUMN capital.first_plan.first_on IS 'Since when it holds';
      UPDATE capital.summed_office SET is_summed = false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capital.standing_forecast, capital.first_plan');
  }
}
