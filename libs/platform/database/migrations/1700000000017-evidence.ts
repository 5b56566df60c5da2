import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What proves a deed: a document by number and date, a cell of a return, a file. */
export class Evidence1700000000017 implements MigrationInterface {
  readonly name = 'Evidence1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence_file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        project_id uuid NOT NULL REFERENCES project,
        name text NOT NULL,
        file_sha256 text NOT NULL REFERENCES stored_file,
        uploaded_by uuid NOT NULL REFERENCES user_account,
        uploaded_at timestamptz NOT NULL
      );
      CREATE INDEX evidence_file_project ON evidence_file (project_id);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_file
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      ALTER TABLE blocker_action ADD COLUMN proof jsonb;

      COMMENT ON TABLE evidence_file IS 'Documents and pictures that prove what was done to clear a project''s land; append-only; business clock';
      COMMENT ON COLUMN blocker_action.proof IS 'What the words in evidence point to: document, cell of a return, evidence_file (libs/land-clearance/domain/proof.ts)';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE blocker_action DROP COLUMN proof; DROP TABLE evidence_file;');
  }
}
