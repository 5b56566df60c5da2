import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts: what rules have found in frozen weeks, what became of it, and what administrators have set on the rules. */
export class Alerts1700000000040 implements MigrationInterface {
  readonly name = 'Alerts1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [ALERTS, RULES, APPEND_ONLY, COMMENTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alert_rule_setting, alert_evaluation, alert_event, alert');
  }
}

const ALERTS = `
  CREATE TABLE alert (
    id uuid PRIMARY KEY,
    rule text NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('project', 'capital-line', 'organization', 'blocker', 'advance')),
    subject_id text NOT NULL,
    plan_year integer,
    organization_id uuid NOT NULL REFERENCES organization,
    project_id uuid REFERENCES project,
    opened_on date NOT NULL,
    closed_on date CHECK (closed_on >= opened_on)
  );
  CREATE UNIQUE INDEX alert_open_once ON alert (rule, subject_kind, subject_id, plan_year) NULLS NOT DISTINCT
    WHERE closed_on IS NULL;
  CREATE INDEX alert_organization ON alert (organization_id);
  CREATE INDEX alert_project ON alert (project_id) WHERE project_id IS NOT NULL;

  CREATE TABLE alert_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id uuid NOT NULL REFERENCES alert,
    type text NOT NULL CHECK (type IN ('opened', 'changed', 'closed', 'acknowledged', 'snoozed')),
    on_date date NOT NULL,
    recorded_at timestamptz NOT NULL,
    snapshot_id uuid REFERENCES weekly_snapshot,
    severity text CHECK (severity IN ('critical', 'warning', 'info')),
    subject_name text,
    amount numeric(20,0),
    numbers jsonb,
    text text,
    text_en text,
    search_key text,
    actor_id uuid REFERENCES user_account,
    reason text,
    snoozed_until date,
    CONSTRAINT alert_event_of_rule CHECK ((type IN ('opened', 'changed', 'closed')) = (snapshot_id IS NOT NULL)),
    CONSTRAINT alert_event_told CHECK ((type IN ('opened', 'changed')) = (text IS NOT NULL)),
    CONSTRAINT alert_event_of_person CHECK ((type IN ('acknowledged', 'snoozed')) = (actor_id IS NOT NULL AND reason IS NOT NULL)),
    CONSTRAINT alert_event_snoozed CHECK ((type = 'snoozed') = (snoozed_until IS NOT NULL))
  );
  CREATE INDEX alert_event_alert ON alert_event (alert_id, id DESC);
`;

const RULES = `
  CREATE TABLE alert_evaluation (
    snapshot_id uuid PRIMARY KEY REFERENCES weekly_snapshot,
    week date NOT NULL,
    evaluated_at timestamptz NOT NULL,
    counted boolean NOT NULL
  );
  CREATE INDEX alert_evaluation_week ON alert_evaluation (week) WHERE counted;

  CREATE TABLE alert_rule_setting (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule text NOT NULL,
    organization_id uuid REFERENCES organization,
    plan_year integer,
    source_code text,
    effective_from date NOT NULL,
    enabled boolean,
    severity text CHECK (severity IN ('critical', 'warning', 'info')),
    thresholds jsonb NOT NULL DEFAULT '{}',
    reason text NOT NULL,
    actor_id uuid NOT NULL REFERENCES user_account,
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX alert_rule_setting_rule ON alert_rule_setting (rule, effective_from);
`;

const APPEND_ONLY = ['alert_event', 'alert_evaluation', 'alert_rule_setting']
  .map(
    (table) => `
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

const COMMENTS = `
  COMMENT ON TABLE alert IS 'Identity of an alert: a rule holds for a subject from the week opened_on until the week closed_on; open at most once';
  COMMENT ON COLUMN alert.subject_id IS 'Id of the subject; of a capital line project/source, of an office''s source organisation/source';
  COMMENT ON COLUMN alert.organization_id IS 'Whose it is to see, with all above it';
  COMMENT ON TABLE alert_event IS 'History of alerts: by the rule in a frozen week (opened, changed, closed), by a person (acknowledged, snoozed); append-only';
  COMMENT ON COLUMN alert_event.on_date IS 'Date of the week''s cut-off, or the day of the deed';
  COMMENT ON COLUMN alert_event.recorded_at IS 'Business clock';
  COMMENT ON COLUMN alert_event.amount IS 'The capital that it is about, whole đồng';
  COMMENT ON COLUMN alert_event.numbers IS 'What it was decided by; amounts in whole đồng as texts';
  COMMENT ON COLUMN alert_event.search_key IS 'Kernel matchKey of the text';
  COMMENT ON TABLE alert_evaluation IS 'Frozen weeks that the rules have looked at, each once; business clock; append-only';
  COMMENT ON COLUMN alert_evaluation.counted IS 'False: a correction of a week that a later one had replaced; it changed no alert';
  COMMENT ON TABLE alert_rule_setting IS 'What administrators set on rules, for a scope, from a day on; null fields are not said; append-only';
`;
