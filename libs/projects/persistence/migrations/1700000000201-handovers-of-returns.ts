import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADDED = ['project_handover_basis', 'project_handover_ended'];

/**
 * A handover by a plan stands while an approved return says it (docs/adr/0150). What was handed over by plans before is known by
 * the instant of their approval; whose those projects were is kept, the words for the owner before aren't known.
 */
export class HandoversOfReturns1700000000201 implements MigrationInterface {
  readonly name = 'HandoversOfReturns1700000000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects.project_former_holder
        ADD COLUMN handed_to uuid REFERENCES organizations.organization,
        ADD COLUMN owner_id_before uuid REFERENCES organizations.organization,
        ADD COLUMN owner_name_before text;
      COMMENT ON COLUMN projects.project_former_holder.handed_to IS 'Whose it became; null: recorded before this was kept, by a person';
      COMMENT ON COLUMN projects.project_former_holder.owner_id_before IS
        'The register''s owner until then, who gets it back when the handover ends; null: nobody was known';
      COMMENT ON COLUMN projects.project_former_holder.owner_name_before IS 'The owner''s words in the register until then';

      CREATE TABLE projects.project_handover_basis (
        former_holder_id bigint NOT NULL REFERENCES projects.project_former_holder,
        return_id uuid NOT NULL REFERENCES returns.return,
        PRIMARY KEY (former_holder_id, return_id)
      );
      CREATE INDEX project_handover_basis_return ON projects.project_handover_basis (return_id);
      COMMENT ON TABLE projects.project_handover_basis IS
        'Approved plans that say a handover: the one that was answered to hand over, and those that name the new owner since; a handover without any was recorded by a person; append-only';

      CREATE TABLE projects.project_handover_ended (
        former_holder_id bigint PRIMARY KEY REFERENCES projects.project_former_holder,
        ended_by uuid REFERENCES organizations.user_account,
        ended_at timestamptz NOT NULL
      );
      COMMENT ON TABLE projects.project_handover_ended IS
        'Handovers that were undone because no return that says them counts any more; append-only';
      COMMENT ON COLUMN projects.project_handover_ended.ended_at IS 'Business clock';

      CREATE VIEW projects.handover_in_force AS
        SELECT * FROM projects.project_former_holder h
        WHERE NOT EXISTS (SELECT FROM projects.project_handover_ended e WHERE e.former_holder_id = h.id);
      COMMENT ON VIEW projects.handover_in_force IS 'Handovers that haven''t been undone: whose a project was before each';

      ${ADDED.map(
        (table) => `
          CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON projects.${table}
            FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
          CREATE TRIGGER noted AFTER INSERT ON projects.${table}
            FOR EACH STATEMENT EXECUTE FUNCTION returns.note_ledger_change();`,
      ).join('\n')}

      -- What is known of a frozen week, as of returns (migration 30): a handover is on exactly one side of a cut.
      CREATE TRIGGER after_last_cut BEFORE INSERT ON projects.project_former_holder
        FOR EACH ROW EXECUTE FUNCTION snapshots.after_last_cut('recorded_at');
      CREATE TRIGGER after_last_cut BEFORE INSERT ON projects.project_handover_ended
        FOR EACH ROW EXECUTE FUNCTION snapshots.after_last_cut('ended_at');

      ALTER TABLE projects.project_former_holder DISABLE TRIGGER append_only;
      WITH by_plan AS (
        INSERT INTO projects.project_handover_basis (former_holder_id, return_id)
        SELECT h.id, r.id FROM projects.project_former_holder h JOIN returns.return r
          ON r.approved_at = h.recorded_at AND r.approved_by = h.recorded_by AND 'plan' = ANY(r.kinds)
        RETURNING former_holder_id
      )
      UPDATE projects.project_former_holder h
      SET owner_id_before = h.organization_id,
        handed_to = coalesce(
          (SELECT next.organization_id FROM projects.project_former_holder next
           WHERE next.project_id = h.project_id AND next.id > h.id ORDER BY next.id LIMIT 1),
          (SELECT coalesce(p.owner_id, p.registered_by) FROM projects.project p WHERE p.id = h.project_id))
      FROM by_plan WHERE by_plan.former_holder_id = h.id;
      ALTER TABLE projects.project_former_holder ENABLE TRIGGER append_only;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER after_last_cut ON projects.project_former_holder;
      DROP VIEW projects.handover_in_force;
      ${ADDED.map((table) => `DROP TABLE projects.${table};`).join('\n')}
      ALTER TABLE projects.project_former_holder
        DROP COLUMN handed_to, DROP COLUMN owner_id_before, DROP COLUMN owner_name_before;
    `);
  }
}
