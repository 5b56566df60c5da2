import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The law's clock of land clearance: steps, holidays, advances; what a completed project still owes; who stops a site. */
export class ClearanceClock1700000000011 implements MigrationInterface {
  readonly name = 'ClearanceClock1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [STEPS, MONEY, CLOSING, APPEND_ONLY, COMMENTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE closing_entry, clearance_advance_entry, clearance_step_entry, holiday, holiday_year;
      ALTER TABLE blocker_position DROP COLUMN contractor, DROP COLUMN contractor_key;
    `);
  }
}

const STEPS = `
  CREATE TABLE clearance_step_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id uuid NOT NULL REFERENCES project,
    segment_id uuid REFERENCES clearance_segment,
    step text NOT NULL,
    fields jsonb NOT NULL,
    actor_id uuid NOT NULL REFERENCES user_account,
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX clearance_step_entry_project ON clearance_step_entry (project_id, id);

  CREATE TABLE holiday_year (
    year integer PRIMARY KEY,
    confirmed_at timestamptz NOT NULL,
    confirmed_by uuid NOT NULL REFERENCES user_account
  );
  CREATE TABLE holiday (
    day date PRIMARY KEY,
    year integer NOT NULL REFERENCES holiday_year ON DELETE CASCADE,
    working boolean NOT NULL,
    tet boolean NOT NULL,
    label text NOT NULL,
    CONSTRAINT holiday_in_year CHECK (extract(year FROM day) = year)
  );
`;

const MONEY = `
  CREATE TABLE clearance_advance_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    advance_id uuid NOT NULL,
    project_id uuid NOT NULL REFERENCES project,
    type text NOT NULL CHECK (type IN ('advanced', 'settled', 'returned')),
    amount numeric(20,0) NOT NULL CHECK (amount > 0),
    on_date date NOT NULL,
    document text,
    actor_id uuid NOT NULL REFERENCES user_account,
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX clearance_advance_entry_advance ON clearance_advance_entry (advance_id);
  CREATE INDEX clearance_advance_entry_project ON clearance_advance_entry (project_id);
  CREATE UNIQUE INDEX clearance_advance_entry_once ON clearance_advance_entry (advance_id) WHERE type = 'advanced';

  ALTER TABLE blocker_position ADD COLUMN contractor text, ADD COLUMN contractor_key text;
`;

const CLOSING = `
  CREATE TABLE closing_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_id uuid NOT NULL,
    project_id uuid NOT NULL REFERENCES project,
    type text NOT NULL CHECK (type IN ('owed', 'settled')),
    fields jsonb NOT NULL,
    actor_id uuid NOT NULL REFERENCES user_account,
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX closing_entry_item ON closing_entry (item_id, id);
  CREATE INDEX closing_entry_project ON closing_entry (project_id);
`;

const APPEND_ONLY = ['clearance_step_entry', 'clearance_advance_entry', 'closing_entry']
  .map(
    (table) => `
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

const COMMENTS = `
  COMMENT ON TABLE clearance_step_entry IS 'What people record of the legal steps of a project, segment or batch; later entries complete or correct earlier ones; append-only; business clock';
  COMMENT ON COLUMN clearance_step_entry.fields IS 'Fields set (libs/land-clearance/domain/law/step-state.ts); null takes back';
  COMMENT ON TABLE holiday_year IS 'Years whose days off an administrator has confirmed; business clock';
  COMMENT ON TABLE holiday IS 'Days that differ from their weekday: holidays, and weekend days worked in exchange';
  COMMENT ON COLUMN holiday.tet IS 'One of the days of Tết Nguyên đán, around which enforcement is forbidden';
  COMMENT ON TABLE clearance_advance_entry IS 'Compensation advances in whole đồng, and what was settled with papers or returned of each; append-only';
  COMMENT ON TABLE closing_entry IS 'What a completed project still owes: papers of the final settlement and construction debts, who owes them since when; append-only';
  COMMENT ON COLUMN blocker_position.contractor IS 'The contractor that stops the site, where one does';
`;
