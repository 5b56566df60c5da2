import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations and people, the registers, returns, the two ledgers (plan and figures) and what is derived from them. */
export class FirstTables1700000000001 implements MigrationInterface {
  readonly name = 'FirstTables1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [PEOPLE, REGISTERS, RETURNS, LEDGERS, DERIVED, WORK, APPEND_ONLY, COMMENTS]) {
      await runner.query(statements);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE plan_position, disbursement_position, allocation, figure, return_effect, return_event, return_reading,
        return, stored_file, decision, project, capital_source, work_intent, idempotent_reply, audit_entry,
        sign_in_limit, session, user_account, organization;
      DROP FUNCTION refuse_change();
    `);
  }
}

const PEOPLE = `
  CREATE TABLE organization (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    name_key text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('peoples-committee', 'project-management-board', 'commune', 'department', 'treasury')),
    parent_id uuid REFERENCES organization,
    commune text,
    reports boolean NOT NULL DEFAULT false,
    effective_from date NOT NULL,
    effective_to date CHECK (effective_to >= effective_from),
    successor_id uuid REFERENCES organization
  );
  CREATE UNIQUE INDEX organization_name ON organization (name_key) WHERE effective_to IS NULL;
  CREATE INDEX organization_parent ON organization (parent_id);

  CREATE TABLE user_account (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email text NOT NULL CONSTRAINT user_account_email UNIQUE CHECK (email = lower(email)),
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('reporter', 'finance-officer', 'finance-head', 'leader', 'administrator')),
    organization_id uuid NOT NULL REFERENCES organization,
    password_hash text NOT NULL,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL
  );

  CREATE TABLE session (
    token_hash text PRIMARY KEY,
    csrf_token text NOT NULL,
    user_id uuid NOT NULL REFERENCES user_account ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX session_user_id ON session (user_id);

  CREATE TABLE sign_in_limit (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  );

  CREATE TABLE audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid,
    action text NOT NULL,
    subject text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}'
  );
  CREATE INDEX audit_entry_subject ON audit_entry (subject, id);
`;

const REGISTERS = `
  CREATE TABLE capital_source (
    code text PRIMARY KEY,
    label text NOT NULL
  );

  CREATE TABLE project (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code text,
    name text NOT NULL,
    name_key text NOT NULL,
    kind text NOT NULL,
    kind_confirmed boolean NOT NULL DEFAULT false,
    owner_id uuid REFERENCES organization,
    owner_name text,
    registered_by uuid NOT NULL REFERENCES organization,
    commune text,
    commune_confirmed boolean NOT NULL DEFAULT false,
    total_investment numeric(20,0) CHECK (total_investment >= 0),
    contractors text[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX project_code ON project (code) WHERE code IS NOT NULL;
  CREATE UNIQUE INDEX project_name ON project (coalesce(owner_id, registered_by), name_key) WHERE code IS NULL;
  CREATE INDEX project_name_key ON project (name_key);
  CREATE INDEX project_scope ON project (coalesce(owner_id, registered_by));

  CREATE TABLE decision (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number text NOT NULL,
    decided_on date NOT NULL,
    mode text NOT NULL CHECK (mode IN ('initial', 'adjustment')),
    plan_year integer NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT decision_number UNIQUE (organization_id, number, decided_on)
  );
`;

const RETURNS = `
  CREATE TABLE stored_file (
    sha256 text PRIMARY KEY,
    size integer NOT NULL,
    bytes bytea NOT NULL
  );
  ALTER TABLE stored_file ALTER COLUMN bytes SET STORAGE EXTERNAL;

  CREATE TABLE return (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id uuid NOT NULL REFERENCES organization,
    uploaded_by uuid NOT NULL REFERENCES user_account,
    file_sha256 text NOT NULL REFERENCES stored_file,
    file_name text NOT NULL,
    requested_kind text,
    requested_coverage text,
    status text NOT NULL CHECK (status IN ('received', 'reading', 'needs-attention', 'ready', 'submitted', 'approved',
      'sent-back', 'withdrawn', 'failed', 'superseded', 'reverted')),
    version integer NOT NULL DEFAULT 0,
    kinds text[] NOT NULL DEFAULT '{}',
    as_of date,
    plan_year integer,
    coverage text,
    answers jsonb NOT NULL DEFAULT '[]',
    received_at timestamptz NOT NULL,
    submitted_at timestamptz,
    submitted_by uuid REFERENCES user_account,
    approved_at timestamptz,
    approved_by uuid REFERENCES user_account,
    superseded_by uuid REFERENCES return,
    reason text
  );
  CREATE UNIQUE INDEX return_same_bytes ON return (organization_id, file_sha256)
    WHERE status NOT IN ('sent-back', 'withdrawn', 'failed', 'reverted');
  CREATE INDEX return_received ON return (organization_id, received_at DESC);
  CREATE INDEX return_superseded ON return (superseded_by) WHERE superseded_by IS NOT NULL;
  CREATE INDEX return_status ON return (status, received_at DESC);

  CREATE TABLE return_reading (
    return_id uuid PRIMARY KEY REFERENCES return ON DELETE CASCADE,
    reading json NOT NULL,
    findings json NOT NULL,
    preview json NOT NULL
  );

  CREATE TABLE return_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id uuid NOT NULL REFERENCES return,
    type text NOT NULL,
    status text NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid,
    data jsonb NOT NULL DEFAULT '{}'
  );
  CREATE INDEX return_event_return ON return_event (return_id, id);

  CREATE TABLE return_effect (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id uuid NOT NULL REFERENCES return,
    at timestamptz NOT NULL,
    effective boolean NOT NULL
  );
  CREATE INDEX return_effect_return ON return_effect (return_id, id);
`;

const LEDGERS = `
  CREATE TABLE allocation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id uuid NOT NULL REFERENCES return,
    decision_id uuid NOT NULL REFERENCES decision,
    project_id uuid NOT NULL REFERENCES project,
    plan_year integer NOT NULL,
    plan_type text NOT NULL,
    source_code text NOT NULL REFERENCES capital_source,
    amount numeric(20,0) NOT NULL CHECK (amount >= 0),
    effective_on date NOT NULL,
    sheet text NOT NULL,
    cell text NOT NULL,
    CONSTRAINT allocation_grain UNIQUE (return_id, project_id, plan_year, plan_type, source_code)
  );
  CREATE INDEX allocation_project ON allocation (project_id, plan_year);

  CREATE TABLE figure (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id uuid NOT NULL REFERENCES return,
    project_id uuid NOT NULL REFERENCES project,
    plan_year integer NOT NULL,
    plan_type text NOT NULL,
    source_code text NOT NULL REFERENCES capital_source,
    basis text NOT NULL CHECK (basis IN ('reported', 'treasury', 'estimate')),
    as_of date NOT NULL,
    disbursed numeric(20,0),
    completed numeric(20,0) CHECK (completed >= 0),
    advance numeric(20,0) CHECK (advance >= 0),
    cells jsonb NOT NULL,
    CONSTRAINT figure_grain UNIQUE (return_id, project_id, plan_year, plan_type, source_code, basis)
  );
  CREATE INDEX figure_project ON figure (project_id, plan_year);
`;

const DERIVED = `
  CREATE TABLE plan_position (
    project_id uuid NOT NULL REFERENCES project,
    plan_year integer NOT NULL,
    plan_type text NOT NULL,
    source_code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    amount numeric(20,0) NOT NULL,
    allocation_id bigint NOT NULL REFERENCES allocation,
    PRIMARY KEY (project_id, plan_year, plan_type, source_code, valid_from)
  );
  CREATE INDEX plan_position_year ON plan_position (plan_year, valid_from);

  CREATE TABLE disbursement_position (
    project_id uuid NOT NULL REFERENCES project,
    plan_year integer NOT NULL,
    plan_type text NOT NULL,
    basis text NOT NULL,
    source_code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    disbursed numeric(20,0),
    completed numeric(20,0),
    advance numeric(20,0),
    figure_id bigint NOT NULL REFERENCES figure,
    PRIMARY KEY (project_id, plan_year, plan_type, basis, source_code, valid_from)
  );
  CREATE INDEX disbursement_position_year ON disbursement_position (plan_year, basis, valid_from);
`;

const WORK = `
  CREATE TABLE work_intent (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job text NOT NULL,
    subject uuid NOT NULL,
    created_at timestamptz NOT NULL,
    relays integer NOT NULL DEFAULT 0,
    relay_after timestamptz NOT NULL,
    done_at timestamptz
  );
  CREATE INDEX work_intent_open ON work_intent (relay_after) WHERE done_at IS NULL;

  CREATE TABLE idempotent_reply (
    user_id uuid NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    status integer,
    body jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, route, key)
  );
`;

const APPEND_ONLY = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only: a correction is a new row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END
  $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON figure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON return_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON return_effect FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const COMMENTS = `
  COMMENT ON TABLE organization IS 'Offices and boards, versioned in time: an ended one keeps its row and names its successor';
  COMMENT ON COLUMN organization.reports IS 'Owes a disbursement return each week';
  COMMENT ON TABLE user_account IS 'People who sign in; the only table with their names and e-mail addresses';
  COMMENT ON TABLE session IS 'Signed-in browsers, by the SHA-256 of the cookie; real clock';
  COMMENT ON TABLE sign_in_limit IS 'Failed sign-ins per address and account; layout of rate-limiter-flexible';
  COMMENT ON TABLE audit_entry IS 'Who did what to which subject; append-only, real clock, no personal data but the actor id';
  COMMENT ON TABLE capital_source IS 'Sources of capital: stable code, label in the words of the first table that named it';
  COMMENT ON TABLE project IS 'Register of projects; identity is the 7-digit code, else owner and name';
  COMMENT ON COLUMN project.total_investment IS 'Tổng mức đầu tư, whole đồng';
  COMMENT ON COLUMN project.registered_by IS 'The organisation whose return first named the project; stands in for an unknown owner';
  COMMENT ON COLUMN project.kind_confirmed IS 'A person set the kind; returns no longer change it';
  COMMENT ON TABLE decision IS 'Decisions that assign or adjust capital';
  COMMENT ON TABLE stored_file IS 'Original bytes of uploads, by SHA-256; append-only';
  COMMENT ON TABLE return IS 'Returns (báo cáo) and their state; times on the business clock';
  COMMENT ON COLUMN return.version IS 'Grows with every change of reading, answers or status; the ETag';
  COMMENT ON TABLE return_reading IS 'What was read, found and previewed; replaced by a new reading until submission';
  COMMENT ON TABLE return_event IS 'History of a return; append-only; id is the event id of the stream';
  COMMENT ON TABLE return_effect IS 'From when a return counts and from when it no longer does (business clock, known time); append-only; the last row at or before an instant decides';
  COMMENT ON TABLE allocation IS 'Ledger of the capital plan: new amounts in whole đồng per project, year, plan type and source, from effective_on; append-only';
  COMMENT ON TABLE figure IS 'Ledger of disbursement figures in whole đồng at their grain, each with the cell it came from; append-only';
  COMMENT ON TABLE plan_position IS 'Derived: the plan in force on [valid_from, valid_to), as known now; whole đồng';
  COMMENT ON TABLE disbursement_position IS 'Derived: the latest approved figure on [valid_from, valid_to), as known now; whole đồng';
  COMMENT ON TABLE work_intent IS 'Work that a committed transaction asks for; the relay hands it to the queue until it is done; real clock';
  COMMENT ON TABLE idempotent_reply IS 'Replies kept for repeated Idempotency-Key requests; real clock';
`;
