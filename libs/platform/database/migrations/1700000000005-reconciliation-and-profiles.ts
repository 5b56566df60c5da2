import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Explanations of differences between board and Treasury, and what offices have answered once for all. */
export class ReconciliationAndProfiles1700000000005 implements MigrationInterface {
  readonly name = 'ReconciliationAndProfiles1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reconciliation_note (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project,
        plan_year integer NOT NULL,
        source_code text,
        difference numeric(20,0) NOT NULL,
        explanation text NOT NULL,
        author_id uuid NOT NULL REFERENCES user_account,
        at timestamptz NOT NULL
      );
      CREATE INDEX reconciliation_note_project ON reconciliation_note (project_id, plan_year);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reconciliation_note
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE reconciliation_note IS 'Why board and Treasury differ, in the words of who looked into it; append-only. Holds as long as the difference stays as explained';
      COMMENT ON COLUMN reconciliation_note.difference IS 'Treasury less board, whole đồng, as it was when explained';
      COMMENT ON COLUMN reconciliation_note.source_code IS 'Null where one side does not split by source';

      CREATE TABLE office_profile (
        organization_id uuid PRIMARY KEY REFERENCES organization,
        answers jsonb NOT NULL,
        updated_at timestamptz NOT NULL
      );
      COMMENT ON TABLE office_profile IS 'What an office has answered about its tables, so that its next return needs no question; business clock';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE office_profile, reconciliation_note');
  }
}
