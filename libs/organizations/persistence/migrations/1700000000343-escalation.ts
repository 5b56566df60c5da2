import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is informed of what is owed, and when, is a setting of the top office (docs/adr/0236). */
export class Escalation1700000000343 implements MigrationInterface {
  readonly name = 'Escalation1700000000343';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organizations.escalation_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations.organization,
        ladders jsonb NOT NULL,
        reason text NOT NULL,
        actor_id uuid NOT NULL REFERENCES organizations.user_account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX escalation_entry_organization ON organizations.escalation_entry (organization_id, id);
      COMMENT ON TABLE organizations.escalation_entry IS
        'Who is informed of returns and blockers that are due, and when, below a top office; the last row of an office counts; append-only; business clock';
      COMMENT ON COLUMN organizations.escalation_entry.ladders IS 'Rungs of returns and of blockers: days after it fell due, and to whom';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organizations.escalation_entry
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
      CREATE VIEW organizations.escalation_ref AS
        SELECT id, organization_id, ladders FROM organizations.escalation_entry;
      COMMENT ON VIEW organizations.escalation_ref IS 'What other rooms may read of organizations.escalation_entry';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW organizations.escalation_ref; DROP TABLE organizations.escalation_entry');
  }
}
