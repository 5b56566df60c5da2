import type { MigrationInterface, QueryRunner } from 'typeorm';

const contributors = (declared: string): string => `
  CREATE OR REPLACE VIEW returns.return_contributor AS
    SELECT id AS return_id, uploaded_by AS user_id FROM returns.return
    UNION SELECT id, submitted_by FROM returns.return WHERE submitted_by IS NOT NULL
    UNION SELECT return_id, actor_id FROM returns.return_event
      WHERE type IN ('received', 'answer', 'map', 'submit') AND actor_id IS NOT NULL
    ${declared}`;

/** What people declare to be right for cells of a return (ADR 0212); who did so neither approves nor reverts it. */
export class Corrections1700000000307 implements MigrationInterface {
  readonly name = 'Corrections1700000000307';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE returns.correction (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        return_id uuid NOT NULL REFERENCES returns.return,
        sheet text NOT NULL,
        cell text NOT NULL,
        type text CHECK (type IN ('number', 'text', 'date')),
        value text,
        stood jsonb NOT NULL,
        reason text,
        replaces bigint UNIQUE REFERENCES returns.correction,
        actor_id uuid NOT NULL REFERENCES organizations.user_account,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT correction_declared CHECK (
          (type IS NULL) = (value IS NULL) AND (type IS NULL) = (reason IS NULL) AND (type IS NOT NULL OR replaces IS NOT NULL)
        )
      );
      CREATE INDEX correction_return ON returns.correction (return_id, id);
      CREATE UNIQUE INDEX correction_first ON returns.correction (return_id, sheet, cell) WHERE replaces IS NULL;
      COMMENT ON TABLE returns.correction IS
        'What a person declares to be right for a cell of a return; append-only; of a cell the row that no other replaces stands';
      COMMENT ON COLUMN returns.correction.cell IS 'A1; of a merged range its first cell';
      COMMENT ON COLUMN returns.correction.value IS
        'A decimal in the cell''s own unit, a text, or YYYY-MM-DD; null: what was declared before is taken back';
      COMMENT ON COLUMN returns.correction.stood IS 'What the file has there: type, text, formula';
      COMMENT ON COLUMN returns.correction.replaces IS 'The earlier row of the same cell that no longer stands';
      COMMENT ON COLUMN returns.correction.recorded_at IS 'Business clock';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON returns.correction
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
      ${contributors('UNION SELECT return_id, actor_id FROM returns.correction WHERE value IS NOT NULL')};
      COMMENT ON VIEW returns.return_contributor IS
        'Who uploaded, answered, corrected, mapped or submitted a return, from its append-only history: they neither approve nor revert it';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${contributors('')};
      COMMENT ON VIEW returns.return_contributor IS
        'Who uploaded, answered, mapped or submitted a return, from its append-only history: they neither approve nor revert it';
      DROP TABLE returns.correction;
    `);
  }
}
