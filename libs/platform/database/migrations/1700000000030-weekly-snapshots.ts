import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weekly snapshots: where known time was cut, and what was frozen there. */
export class WeeklySnapshots1700000000030 implements MigrationInterface {
  readonly name = 'WeeklySnapshots1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [CUTS, SNAPSHOTS, ROWS, LOOK_UPS, APPEND_ONLY, COMMENTS])
      await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX disbursement_position_until, clearance_position_until, blocker_position_until, return_received_at,
        return_effect_at, blocker_action_recorded, clearance_figure_typed;
      DROP TRIGGER after_last_cut ON blocker_action;
      DROP TRIGGER after_last_cut ON clearance_figure;
      DROP TRIGGER after_last_cut ON return_effect;
      DROP TABLE snapshot_rollup, snapshot_blocker, snapshot_organization, snapshot_line, snapshot_project,
        weekly_snapshot, weekly_cut;
      DROP FUNCTION after_last_cut();
    `);
  }
}

const CUTS = `
  CREATE TABLE weekly_cut (
    week date NOT NULL,
    revision integer NOT NULL CHECK (revision >= 1),
    known_through timestamptz NOT NULL,
    reason text,
    requested_by uuid REFERENCES user_account,
    PRIMARY KEY (week, revision),
    CONSTRAINT weekly_cut_correction CHECK ((revision = 1) = (reason IS NULL))
  );
  CREATE INDEX weekly_cut_known_through ON weekly_cut (known_through);

  CREATE FUNCTION after_last_cut() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      cut timestamptz;
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(hashtext('weekly_cut'));
      SELECT max(known_through) INTO cut FROM weekly_cut;
      IF (to_jsonb(NEW) ->> TG_ARGV[0])::timestamptz <= cut THEN
        NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], cut + interval '1 millisecond'));
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER after_last_cut BEFORE INSERT ON return_effect FOR EACH ROW EXECUTE FUNCTION after_last_cut('at');
  CREATE TRIGGER after_last_cut BEFORE INSERT ON blocker_action FOR EACH ROW EXECUTE FUNCTION after_last_cut('recorded_at');
  CREATE TRIGGER after_last_cut BEFORE INSERT ON clearance_figure FOR EACH ROW WHEN (NEW.return_id IS NULL)
    EXECUTE FUNCTION after_last_cut('recorded_at');
`;

const SNAPSHOTS = `
  CREATE TABLE weekly_snapshot (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    week date NOT NULL,
    revision integer NOT NULL,
    frozen_at timestamptz NOT NULL,
    computed_at timestamptz NOT NULL,
    plan_years integer[] NOT NULL,
    previous_id uuid REFERENCES weekly_snapshot,
    CONSTRAINT weekly_snapshot_once UNIQUE (week, revision),
    FOREIGN KEY (week, revision) REFERENCES weekly_cut
  );
`;

const ROWS = `
  CREATE TABLE snapshot_project (
    snapshot_id uuid NOT NULL REFERENCES weekly_snapshot,
    project_id uuid NOT NULL REFERENCES project,
    organization_id uuid NOT NULL REFERENCES organization,
    code text,
    name text NOT NULL,
    name_key text NOT NULL,
    kind text NOT NULL,
    owner_id uuid REFERENCES organization,
    owner text,
    commune text,
    figure_as_of date,
    reported boolean NOT NULL,
    clearance jsonb,
    clearance_as_of date,
    PRIMARY KEY (snapshot_id, project_id)
  );

  CREATE TABLE snapshot_line (
    snapshot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    plan_year integer NOT NULL,
    plan_type text NOT NULL,
    source_code text NOT NULL,
    planned numeric(20,0),
    planned_before_late numeric(20,0),
    disbursed numeric(20,0),
    completed numeric(20,0),
    advance numeric(20,0),
    change numeric(21,0),
    figure_as_of date,
    allocation_id bigint REFERENCES allocation,
    figure_id bigint REFERENCES figure,
    PRIMARY KEY (snapshot_id, project_id, plan_year, plan_type, source_code),
    FOREIGN KEY (snapshot_id, project_id) REFERENCES snapshot_project
  );

  CREATE TABLE snapshot_organization (
    snapshot_id uuid NOT NULL REFERENCES weekly_snapshot,
    organization_id uuid NOT NULL REFERENCES organization,
    kind text NOT NULL,
    name text NOT NULL,
    owes boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('reported', 'pending', 'sent-back', 'silent')),
    late boolean NOT NULL,
    return_id uuid REFERENCES return,
    received_at timestamptz,
    last_as_of date,
    PRIMARY KEY (snapshot_id, organization_id, kind)
  );

  CREATE TABLE snapshot_blocker (
    snapshot_id uuid NOT NULL,
    blocker_id uuid NOT NULL REFERENCES blocker,
    project_id uuid NOT NULL,
    segment_id uuid REFERENCES clearance_segment,
    description text NOT NULL,
    cause text NOT NULL,
    responsible_unit text,
    responsible_person text,
    deciding_level text,
    contractor text,
    opened_on date NOT NULL,
    due date,
    last_action_on date,
    last_action text,
    reopened integer NOT NULL,
    set_amount numeric(20,0),
    held numeric(20,0),
    PRIMARY KEY (snapshot_id, blocker_id),
    FOREIGN KEY (snapshot_id, project_id) REFERENCES snapshot_project
  );

  CREATE TABLE snapshot_rollup (
    snapshot_id uuid NOT NULL REFERENCES weekly_snapshot,
    plan_year integer NOT NULL,
    denominator text NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization,
    dimension text NOT NULL CHECK (dimension IN ('total', 'unplanned', 'owner', 'kind', 'source', 'planType', 'commune')),
    key text,
    label text,
    projects integer NOT NULL,
    with_figure integer NOT NULL,
    reported integer NOT NULL,
    planned numeric(20,0),
    disbursed numeric(20,0),
    completed numeric(20,0),
    advance numeric(20,0),
    CONSTRAINT snapshot_rollup_grain UNIQUE NULLS NOT DISTINCT
      (snapshot_id, plan_year, denominator, organization_id, dimension, key)
  );
`;

const LOOK_UPS = `
  CREATE INDEX disbursement_position_until ON disbursement_position (plan_year, basis, valid_to);
  CREATE INDEX clearance_position_until ON clearance_position (valid_to);
  CREATE INDEX blocker_position_until ON blocker_position (valid_to) WHERE open;
  CREATE INDEX return_received_at ON return (received_at);
  CREATE INDEX return_effect_at ON return_effect (at);
  CREATE INDEX blocker_action_recorded ON blocker_action (recorded_at);
  CREATE INDEX clearance_figure_typed ON clearance_figure (recorded_at) WHERE return_id IS NULL;
`;

const TABLES = [
  'weekly_cut',
  'weekly_snapshot',
  'snapshot_project',
  'snapshot_line',
  'snapshot_organization',
  'snapshot_blocker',
  'snapshot_rollup',
];

const APPEND_ONLY = TABLES.map(
  (table) => `
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
).join('');

const COMMENTS = `
  COMMENT ON TABLE weekly_cut IS 'Instants (business clock) up to which known time is closed, by week (date of its cut-off) and revision: whatever takes effect later is recorded after the last of them; append-only';
  COMMENT ON COLUMN weekly_cut.reason IS 'Why a week was frozen again; null for its first revision';
  COMMENT ON FUNCTION after_last_cut IS 'Moves what takes effect behind the last cut, so that a figure is on exactly one side of it; a cut waits for what is under way (advisory lock)';
  COMMENT ON TABLE weekly_snapshot IS 'Frozen weeks: what had been approved by frozen_at, dated up to the day of the cut-off; append-only';
  COMMENT ON COLUMN weekly_snapshot.previous_id IS 'The latest revision of the week before, as it was when this one was frozen; what changes are counted from';
  COMMENT ON TABLE snapshot_project IS 'Projects of a frozen week as the register described them when it was frozen; append-only';
  COMMENT ON COLUMN snapshot_project.organization_id IS 'Whose it is to see: its owner, else who registered it';
  COMMENT ON COLUMN snapshot_project.reported IS 'Its figure is dated in the seven days up to the cut-off';
  COMMENT ON COLUMN snapshot_project.clearance IS 'Clearance measures in force, as decimal texts; units in libs/api-contract/land-clearance/measures.ts';
  COMMENT ON TABLE snapshot_line IS 'Plan and figures of a frozen week at their grain, whole đồng; null is not known; append-only';
  COMMENT ON COLUMN snapshot_line.planned_before_late IS 'Plan in force on 30 September at the latest';
  COMMENT ON COLUMN snapshot_line.change IS 'Disbursed less that of the week before; null where either is not known';
  COMMENT ON TABLE snapshot_organization IS 'Who owed a return of a kind in a frozen week or sent one, and what had come of it; append-only';
  COMMENT ON COLUMN snapshot_organization.late IS 'What came had come after the cut-off';
  COMMENT ON COLUMN snapshot_organization.last_as_of IS 'Date of the newest figure that it had approved';
  COMMENT ON TABLE snapshot_blocker IS 'Blockers open in a frozen week; held and set_amount in whole đồng; append-only';
  COMMENT ON TABLE snapshot_rollup IS 'Sums of the lines of planned projects by holder, denominator and dimension, whole đồng; unplanned: those without any plan; append-only';
`;
