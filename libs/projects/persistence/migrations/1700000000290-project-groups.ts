import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The group of each project in each plan year, as returns name it (ADR 0196). Readings of before don't hold it, so that it is unknown
 * until a return that names it is approved.
 */
export class ProjectGroups1700000000290 implements MigrationInterface {
  readonly name = 'ProjectGroups1700000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projects.group_mention (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        return_id uuid NOT NULL REFERENCES returns.return,
        project_id uuid NOT NULL REFERENCES projects.project,
        plan_year integer NOT NULL,
        as_of date NOT NULL,
        group_code text NOT NULL CHECK (group_code IN ('ongoing', 'new-start', 'completed', 'preparation')),
        sheet text NOT NULL,
        cell text NOT NULL,
        CONSTRAINT group_mention_once UNIQUE (return_id, project_id, plan_year)
      );
      CREATE INDEX group_mention_project ON projects.group_mention (project_id, plan_year, as_of);
      COMMENT ON TABLE projects.group_mention IS 'What approved returns say of the group of projects in a plan year, and the cell that names it; append-only';
      COMMENT ON COLUMN projects.group_mention.as_of IS 'Of which day the return is: its figures'' or its decision''s';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON projects.group_mention
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE projects.project_group (
        project_id uuid NOT NULL,
        plan_year integer NOT NULL,
        group_code text NOT NULL,
        as_of date NOT NULL,
        mention_id bigint NOT NULL,
        CONSTRAINT project_group_pkey PRIMARY KEY (plan_year, project_id)
      );
      COMMENT ON TABLE projects.project_group IS 'Derived: the group of a project in a plan year, by the newest return in force that names it; without a row nothing says it';
      CREATE VIEW projects.group_ref AS SELECT project_id, plan_year, group_code FROM projects.project_group;
      COMMENT ON VIEW projects.group_ref IS 'What other rooms may read of projects.project_group';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW projects.group_ref;
      DROP TABLE projects.project_group, projects.group_mention;
    `);
  }
}
