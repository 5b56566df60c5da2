import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stores sums by owner, kind and commune has to know of which offices a project is another one than before, whoever writes it (ADR
 * 0192): the database notes it, in the transaction of the change. Projects of one commune are found by an index.
 */
export class GroupingChanges1700000000283 implements MigrationInterface {
  readonly name = 'GroupingChanges1700000000283';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projects.grouping_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        office_id uuid NOT NULL
      );
      CREATE INDEX grouping_change_office ON projects.grouping_change (office_id);
      COMMENT ON TABLE projects.grouping_change IS 'Offices of whose projects the register says another holder, owner, kind or commune than before; a row is taken away by whoever sums them anew';
      CREATE FUNCTION projects.note_grouping_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO projects.grouping_change (office_id)
          SELECT DISTINCT office FROM unnest(ARRAY[
            coalesce(OLD.owner_id, OLD.registered_by), coalesce(NEW.owner_id, NEW.registered_by)]) AS office;
          RETURN NULL;
        END $$;
      CREATE TRIGGER grouping_change AFTER UPDATE ON projects.project FOR EACH ROW
        WHEN ((OLD.owner_id, OLD.owner_name, OLD.registered_by, OLD.kind, OLD.commune)
          IS DISTINCT FROM (NEW.owner_id, NEW.owner_name, NEW.registered_by, NEW.kind, NEW.commune))
        EXECUTE FUNCTION projects.note_grouping_change();
      CREATE INDEX project_commune ON projects.project (commune);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX projects.project_commune;
      DROP TRIGGER grouping_change ON projects.project;
      DROP FUNCTION projects.note_grouping_change();
      DROP TABLE projects.grouping_change;
    `);
  }
}
