import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Land clearance: segments of projects, the ledger of progress, blockers with what is told and done about them. */
export class LandClearance1700000000010 implements MigrationInterface {
  readonly name = 'LandClearance1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [PROGRESS, BLOCKERS, DERIVED, APPEND_ONLY, COMMENTS])
      await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE blocker_position, blocker_action, blocker_mention, blocker, clearance_position, clearance_figure,
        clearance_segment;
    `);
  }
}

const PROGRESS = `
  CREATE TABLE clearance_segment (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    project_id uuid NOT NULL REFERENCES project,
    name text NOT NULL,
    name_key text NOT NULL,
    commune text,
    batch integer CHECK (batch >= 1),
    organization_id uuid REFERENCES organization,
    created_at timestamptz NOT NULL,
    CONSTRAINT clearance_segment_name UNIQUE (project_id, name_key)
  );
  CREATE INDEX clearance_segment_organization ON clearance_segment (organization_id) WHERE organization_id IS NOT NULL;

  CREATE TABLE clearance_figure (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id uuid REFERENCES return,
    project_id uuid NOT NULL REFERENCES project,
    segment_id uuid REFERENCES clearance_segment,
    measure text NOT NULL,
    as_of date NOT NULL,
    value numeric NOT NULL CHECK (value >= 0),
    sheet text,
    cell text,
    entered_by uuid REFERENCES user_account,
    reason text,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT clearance_figure_origin CHECK ((return_id IS NULL) = (entered_by IS NOT NULL))
  );
  CREATE UNIQUE INDEX clearance_figure_grain ON clearance_figure (return_id, project_id, segment_id, measure)
    NULLS NOT DISTINCT WHERE return_id IS NOT NULL;
  CREATE INDEX clearance_figure_project ON clearance_figure (project_id);
`;

const BLOCKERS = `
  CREATE TABLE blocker (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    project_id uuid NOT NULL REFERENCES project,
    segment_id uuid REFERENCES clearance_segment,
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX blocker_project ON blocker (project_id);

  CREATE TABLE blocker_mention (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    blocker_id uuid NOT NULL REFERENCES blocker,
    return_id uuid NOT NULL REFERENCES return,
    type text NOT NULL CHECK (type IN ('named', 'solved', 'unnamed')),
    as_of date NOT NULL,
    text text NOT NULL,
    responsible_unit text,
    due date,
    cells jsonb NOT NULL,
    CONSTRAINT blocker_mention_once UNIQUE (return_id, blocker_id)
  );
  CREATE INDEX blocker_mention_blocker ON blocker_mention (blocker_id);

  CREATE TABLE blocker_action (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    blocker_id uuid NOT NULL REFERENCES blocker,
    type text NOT NULL CHECK (type IN ('opened', 'work', 'reminder', 'escalated', 'still-open', 'changed', 'closed', 'reopened')),
    on_date date NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor_id uuid NOT NULL REFERENCES user_account,
    text text,
    evidence text,
    changes jsonb NOT NULL DEFAULT '{}'
  );
  CREATE INDEX blocker_action_blocker ON blocker_action (blocker_id);
`;

const DERIVED = `
  CREATE TABLE clearance_position (
    project_id uuid NOT NULL REFERENCES project,
    segment_id uuid REFERENCES clearance_segment,
    measure text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    value numeric NOT NULL,
    figure_id bigint NOT NULL REFERENCES clearance_figure,
    CONSTRAINT clearance_position_grain UNIQUE NULLS NOT DISTINCT (project_id, segment_id, measure, valid_from)
  );

  CREATE TABLE blocker_position (
    blocker_id uuid NOT NULL REFERENCES blocker,
    project_id uuid NOT NULL REFERENCES project,
    segment_id uuid REFERENCES clearance_segment,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    open boolean NOT NULL,
    description text NOT NULL,
    search_key text NOT NULL,
    cause text NOT NULL,
    suggested_causes text[] NOT NULL,
    step text,
    responsible_unit text,
    responsible_unit_key text,
    responsible_person text,
    deciding_level text,
    due date,
    opened_on date NOT NULL,
    opened_estimated boolean NOT NULL,
    closed_on date,
    closing_reason text,
    evidence text,
    reopened integer NOT NULL,
    unnamed_since date,
    last_action_on date,
    last_action text,
    reminders integer NOT NULL,
    held_amount numeric(20,0),
    held_reason text,
    PRIMARY KEY (blocker_id, valid_from)
  );
  CREATE INDEX blocker_position_project ON blocker_position (project_id);
  CREATE INDEX blocker_position_due ON blocker_position (due) WHERE open;
`;

const APPEND_ONLY = ['clearance_figure', 'blocker', 'blocker_mention', 'blocker_action']
  .map(
    (table) => `
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

const COMMENTS = `
  COMMENT ON TABLE clearance_segment IS 'Parts of a project that are cleared apart: by commune, or by batch (đợt)';
  COMMENT ON COLUMN clearance_segment.organization_id IS 'The office that clears it and may write about it, besides the project''s own';
  COMMENT ON TABLE clearance_figure IS 'Ledger of clearance progress: one measure of one project (or segment) as of a date, from a return''s cell or typed by a person; append-only';
  COMMENT ON COLUMN clearance_figure.measure IS 'What is counted; its unit (households, m², m, graves, lots, whole đồng) is in libs/api-contract/land-clearance/measures.ts';
  COMMENT ON COLUMN clearance_figure.recorded_at IS 'Business clock';
  COMMENT ON TABLE blocker IS 'Identity of a blocker (vướng mắc); all that is said of it is in blocker_mention and blocker_action; append-only';
  COMMENT ON TABLE blocker_mention IS 'What returns say of blockers: named, or no longer named (unnamed) and perhaps said to be solved; counts while the return counts; append-only';
  COMMENT ON TABLE blocker_action IS 'What people did about blockers and set on them; append-only; business clock';
  COMMENT ON COLUMN blocker_action.evidence IS 'Number and date of the document, in words';
  COMMENT ON TABLE clearance_position IS 'Derived: the latest figure in force on [valid_from, valid_to), as known now';
  COMMENT ON TABLE blocker_position IS 'Derived: the state of a blocker on [valid_from, valid_to), as known now';
  COMMENT ON COLUMN blocker_position.cause IS 'Confirmed by a person, else unclassified';
  COMMENT ON COLUMN blocker_position.unnamed_since IS 'As-of date of the return that no longer named it although it should, while nobody has closed it';
  COMMENT ON COLUMN blocker_position.held_amount IS 'Capital held as a person set it, whole đồng; null: plan less disbursed';
`;
