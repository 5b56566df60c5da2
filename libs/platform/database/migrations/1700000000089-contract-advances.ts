import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Advances of contracts, how much of them is recovered, and until when they must be. */
export class ContractAdvances1700000000089 implements MigrationInterface {
  readonly name = 'ContractAdvances1700000000089';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contract_advance_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        advance_id uuid NOT NULL,
        project_id uuid NOT NULL REFERENCES project,
        type text NOT NULL CHECK (type IN ('paid', 'amended', 'recovery')),
        contract text,
        contract_key text,
        contractor text,
        contractor_key text,
        contract_value numeric(20,0) CHECK (contract_value > 0),
        amount numeric(20,0) CHECK (amount > 0),
        recover_by date,
        recovered numeric(20,0) CHECK (recovered >= 0),
        disbursed numeric(20,0) CHECK (disbursed >= 0),
        on_date date NOT NULL,
        reason text,
        document text,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT contract_advance_entry_paid CHECK
          ((type = 'paid') = (contract IS NOT NULL AND contract_key IS NOT NULL AND contractor IS NOT NULL AND contractor_key IS NOT NULL)),
        CONSTRAINT contract_advance_entry_terms CHECK
          ((type <> 'recovery') = (contract_value IS NOT NULL AND amount IS NOT NULL) AND amount <= contract_value),
        CONSTRAINT contract_advance_entry_recovery CHECK ((type = 'recovery') = (recovered IS NOT NULL AND disbursed IS NOT NULL)),
        CONSTRAINT contract_advance_entry_recover_by CHECK (recover_by IS NULL OR type <> 'recovery')
      );
      CREATE UNIQUE INDEX contract_advance_entry_once ON contract_advance_entry (advance_id) WHERE type = 'paid';
      CREATE UNIQUE INDEX contract_advance_entry_same ON contract_advance_entry (project_id, contract_key, contractor_key, on_date)
        WHERE type = 'paid';
      CREATE INDEX contract_advance_entry_advance ON contract_advance_entry (advance_id, id);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON contract_advance_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      ALTER TABLE alert DROP CONSTRAINT alert_subject_kind_check;
      ALTER TABLE alert ADD CONSTRAINT alert_subject_kind_check CHECK
        (subject_kind IN ('project', 'capital-line', 'organization', 'blocker', 'advance', 'guarantee', 'contract-advance'));
      COMMENT ON TABLE contract_advance_entry IS 'Advances of contracts: paid, amended terms, and what is recovered as of a day; append-only; business clock';
      COMMENT ON COLUMN contract_advance_entry.amount IS 'Whole đồng';
      COMMENT ON COLUMN contract_advance_entry.recovered IS 'Whole đồng, cumulative to on_date';
      COMMENT ON COLUMN contract_advance_entry.disbursed IS 'Whole đồng of the contract, cumulative to on_date: completed work and advances not yet recovered';
      COMMENT ON COLUMN contract_advance_entry.on_date IS 'The day of the deed, or of the figures: what a later day knows';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE alert DROP CONSTRAINT alert_subject_kind_check;
      ALTER TABLE alert ADD CONSTRAINT alert_subject_kind_check CHECK
        (subject_kind IN ('project', 'capital-line', 'organization', 'blocker', 'advance', 'guarantee')) NOT VALID;
      DROP TABLE contract_advance_entry;
    `);
  }
}
