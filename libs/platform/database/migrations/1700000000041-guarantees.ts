import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guarantees of contractors' advances, which must live until the advance is recovered. */
export class Guarantees1700000000041 implements MigrationInterface {
  readonly name = 'Guarantees1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE guarantee_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        guarantee_id uuid NOT NULL,
        project_id uuid NOT NULL REFERENCES project,
        type text NOT NULL CHECK (type IN ('given', 'extended', 'released')),
        contractor text,
        contractor_key text,
        amount numeric(20,0) CHECK (amount > 0),
        on_date date NOT NULL,
        expires_on date,
        document text,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT guarantee_entry_given CHECK ((type = 'given') = (contractor IS NOT NULL AND amount IS NOT NULL)),
        CONSTRAINT guarantee_entry_expires CHECK ((type = 'released') = (expires_on IS NULL))
      );
      CREATE UNIQUE INDEX guarantee_entry_once ON guarantee_entry (guarantee_id) WHERE type = 'given';
      CREATE INDEX guarantee_entry_guarantee ON guarantee_entry (guarantee_id, id);
      CREATE INDEX guarantee_entry_project ON guarantee_entry (project_id);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON guarantee_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE alert DROP CONSTRAINT alert_subject_kind_check;
      ALTER TABLE alert ADD CONSTRAINT alert_subject_kind_check CHECK
        (subject_kind IN ('project', 'capital-line', 'organization', 'blocker', 'advance', 'guarantee'));
      COMMENT ON TABLE guarantee_entry IS 'Guarantees of contractors'' advances: given, extended, released once the advance is recovered; append-only; business clock';
      COMMENT ON COLUMN guarantee_entry.amount IS 'Whole đồng';
      COMMENT ON COLUMN guarantee_entry.on_date IS 'The day of the deed: what a later day knows';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE alert DROP CONSTRAINT alert_subject_kind_check;
      ALTER TABLE alert ADD CONSTRAINT alert_subject_kind_check CHECK
        (subject_kind IN ('project', 'capital-line', 'organization', 'blocker', 'advance')) NOT VALID;
      DROP TABLE guarantee_entry;
    `);
  }
}
