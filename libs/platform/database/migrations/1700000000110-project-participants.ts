import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['project_participant', 'project_former_holder'];

/** Whose a project was on a day, and which other offices may report a part of it (contract, section 3, "Whose"). */
export class ProjectParticipants1700000000110 implements MigrationInterface {
  readonly name = 'ProjectParticipants1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_participant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        project_id uuid NOT NULL REFERENCES project,
        organization_id uuid NOT NULL REFERENCES organization,
        role text NOT NULL CHECK (role IN ('land-clearance')),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        named_by uuid REFERENCES user_account,
        named_at timestamptz NOT NULL,
        ended_by uuid REFERENCES user_account,
        ended_at timestamptz,
        CHECK ((valid_to IS NULL) = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX project_participant_once ON project_participant (project_id, organization_id, role)
        WHERE valid_to IS NULL;
      CREATE INDEX project_participant_office ON project_participant (organization_id);
      COMMENT ON TABLE project_participant IS
        'Offices that may report a part of a project that isn''t theirs; named by its owner or the finance office';
      COMMENT ON COLUMN project_participant.role IS 'What they report: land-clearance (progress and blockers)';
      COMMENT ON COLUMN project_participant.valid_to IS 'The first day on which it no longer holds; null: still does';

      CREATE FUNCTION keep_participant() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND OLD.valid_to IS NULL AND NEW.valid_to IS NOT NULL
            AND (NEW.id, NEW.project_id, NEW.organization_id, NEW.role, NEW.valid_from, NEW.named_by, NEW.named_at)
              IS NOT DISTINCT FROM
              (OLD.id, OLD.project_id, OLD.organization_id, OLD.role, OLD.valid_from, OLD.named_by, OLD.named_at)
          THEN RETURN NEW;
          END IF;
          RAISE EXCEPTION 'a participant can only be ended, once' USING ERRCODE = 'restrict_violation';
        END
      $$;
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON project_participant
        FOR EACH ROW EXECUTE FUNCTION keep_participant();

      CREATE TABLE project_former_holder (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project,
        organization_id uuid NOT NULL REFERENCES organization,
        held_until date NOT NULL,
        recorded_by uuid REFERENCES user_account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX project_former_holder_until ON project_former_holder (project_id, held_until);
      COMMENT ON TABLE project_former_holder IS
        'Whose a project was before it was handed over; on a day it is of the row with the earliest held_until after it, else as project says';
      COMMENT ON COLUMN project_former_holder.held_until IS 'The first day on which it was the next holder''s';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON project_former_holder
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- Who clears a part of a project reports it: what that said until now, the participant says from here on.
      INSERT INTO project_participant (project_id, organization_id, role, valid_from, named_at)
      SELECT s.project_id, s.organization_id, 'land-clearance', min(least(p.created_at, s.created_at))::date - 366, min(s.created_at)
      FROM clearance_segment s JOIN project p ON p.id = s.project_id
      WHERE s.organization_id IS NOT NULL AND s.organization_id <> coalesce(p.owner_id, p.registered_by)
      GROUP BY s.project_id, s.organization_id;

      ${TABLES.map(
        (table) => `CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION note_ledger_change();`,
      ).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${TABLES.map((table) => `DROP TABLE ${table};`).join('\n')}
      DROP FUNCTION keep_participant;
    `);
  }
}
