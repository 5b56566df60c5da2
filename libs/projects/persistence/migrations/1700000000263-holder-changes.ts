import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stores sums by office has to know of which projects the holder has changed, whoever writes it (ADR 0185): the database notes it, in
 * the transaction of the change.
 */
export class HolderChanges1700000000263 implements MigrationInterface {
  readonly name = 'HolderChanges1700000000263';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE projects.holder_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid NOT NULL
      );
      CREATE INDEX holder_change_project ON projects.holder_change (project_id);
      COMMENT ON TABLE projects.holder_change IS 'Projects that another office holds than before; a row is taken away by whoever counts the project under the new one';
      CREATE FUNCTION projects.note_holder_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO projects.holder_change (project_id) VALUES (NEW.id);
          RETURN NULL;
        END $$;
      CREATE TRIGGER holder_change AFTER UPDATE ON projects.project FOR EACH ROW
        WHEN (coalesce(OLD.owner_id, OLD.registered_by) IS DISTINCT FROM coalesce(NEW.owner_id, NEW.registered_by))
        EXECUTE FUNCTION projects.note_holder_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER holder_change ON projects.project;
      DROP FUNCTION projects.note_holder_change();
      DROP TABLE projects.holder_change;
    `);
  }
}
