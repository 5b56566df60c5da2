import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPERATIONS = {
  insert: { tables: 'NEW TABLE AS now', changed: 'SELECT project_id FROM now' },
  delete: { tables: 'OLD TABLE AS before', changed: 'SELECT project_id FROM before' },
  update: {
    tables: 'OLD TABLE AS before NEW TABLE AS now',
    changed: `SELECT project_id FROM before JOIN now USING (plan_year, project_id)
      WHERE before.group_code IS DISTINCT FROM now.group_code`,
  },
} as const;

/** Sums are also stored by group: of which offices a project is in another group than before is noted, as in migration 283 (ADR 0196). */
export class GroupChanges1700000000291 implements MigrationInterface {
  readonly name = 'GroupChanges1700000000291';

  async up(runner: QueryRunner): Promise<void> {
    for (const [operation, { tables, changed }] of Object.entries(OPERATIONS))
      await runner.query(`
        CREATE FUNCTION projects.note_group_${operation}() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO projects.grouping_change (office_id)
            SELECT DISTINCT coalesce(p.owner_id, p.registered_by) FROM projects.project p WHERE p.id IN (${changed});
            RETURN NULL;
          END $$;
        CREATE TRIGGER group_${operation} AFTER ${operation.toUpperCase()} ON projects.project_group
          REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION projects.note_group_${operation}();
      `);
    await runner.query(
      `COMMENT ON TABLE projects.grouping_change IS 'Offices of whose projects the register says another holder, owner, kind, commune or group than before; a row is taken away by whoever sums them anew'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const operation of Object.keys(OPERATIONS))
      await runner.query(`
        DROP TRIGGER group_${operation} ON projects.project_group;
        DROP FUNCTION projects.note_group_${operation}();
      `);
    await runner.query(
      `COMMENT ON TABLE projects.grouping_change IS 'Offices of whose projects the register says another holder, owner, kind or commune than before; a row is taken away by whoever sums them anew'`,
    );
  }
}
