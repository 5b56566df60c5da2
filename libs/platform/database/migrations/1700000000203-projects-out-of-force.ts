import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PUBLISHED_LATER } from './rooms/published-views';

/** What people write by hand keeps a project in force, and so is read by checks of returns (migration 101). */
const READ_BY_CHECKS = [
  'capital.paid_before',
  'capital.spending_plan',
  'land_clearance.clearance_advance_entry',
  'land_clearance.clearance_step_entry',
  'land_clearance.closing_entry',
  'land_clearance.evidence_file',
  'works_contracts.contract_advance_entry',
  'works_contracts.guarantee_entry',
];

/**
 * By which return a project is in the register, and whether a person has changed it: what only returns registered that no
 * longer count is out of force (docs/adr/0151). Of what is there already, the return is known by the instant of its approval.
 */
export class ProjectsOutOfForce1700000000203 implements MigrationInterface {
  readonly name = 'ProjectsOutOfForce1700000000203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects.project
        ADD COLUMN registered_in uuid REFERENCES returns.return,
        ADD COLUMN edited_at timestamptz;
      COMMENT ON COLUMN projects.project.registered_in IS
        'The return whose approval put it into the register, again if nothing else spoke of it; null: not known';
      COMMENT ON COLUMN projects.project.edited_at IS
        'When a person last changed it in the register (business clock); null: never';

      UPDATE projects.project p SET registered_in = r.id FROM returns.return r
      WHERE r.approved_at = p.created_at AND r.organization_id = p.registered_by;
      UPDATE projects.project p SET edited_at = p.created_at
      WHERE p.kind_confirmed OR p.commune_confirmed OR p.contractors <> '{}' OR EXISTS (
        SELECT FROM audit.audit_entry a WHERE a.action = 'project.change' AND a.subject = 'project:' || p.id
          AND NOT a.details ?| ARRAY['returnId', 'returnIds']);
    `);
    for (const table of READ_BY_CHECKS)
      await runner.query(`CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION returns.note_ledger_change()`);
    for (const [view, { of, columns }] of Object.entries(PUBLISHED_LATER)) {
      const room = view.split('.')[0] ?? '';
      await runner.query(`CREATE VIEW ${view} AS SELECT ${columns} FROM ${room}.${of}`);
      await runner.query(`COMMENT ON VIEW ${view} IS 'What other rooms may read of ${room}.${of}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of Object.keys(PUBLISHED_LATER)) await runner.query(`DROP VIEW ${view}`);
    for (const table of READ_BY_CHECKS) await runner.query(`DROP TRIGGER noted ON ${table}`);
    await runner.query('ALTER TABLE projects.project DROP COLUMN registered_in, DROP COLUMN edited_at');
  }
}
