import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTIONS = ['opened', 'work', 'reminder', 'escalated', 'still-open', 'changed', 'closed', 'reopened'];
const PROPOSALS = ['due', 'handover'].flatMap((kind) =>
  ['proposed', 'accepted', 'refused', 'withdrawn'].map((what) => `${kind}-${what}`),
);

const actionTypes = (types: readonly string[]): string => `
  ALTER TABLE blockers.blocker_action DROP CONSTRAINT blocker_action_type_check;
  ALTER TABLE blockers.blocker_action ADD CONSTRAINT blocker_action_type_check
    CHECK (type IN (${types.map((type) => `'${type}'`).join(', ')}));`;

/**
 * The responsible unit of a blocker is an organisation (docs/adr/0234): which one words mean is kept beside them, positions say whose turn
 * it is and what is asked, and other rooms may read whose clearance an office must act on. The job of 342 matches what is known already.
 */
export class ResponsibleOffices1700000000341 implements MigrationInterface {
  readonly name = 'ResponsibleOffices1700000000341';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blockers.unit_match (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        blocker_id uuid NOT NULL REFERENCES blockers.blocker,
        unit text NOT NULL,
        organization_id uuid NOT NULL REFERENCES organizations.organization,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT unit_match_once UNIQUE (blocker_id, unit)
      );
      COMMENT ON TABLE blockers.unit_match IS
        'Which one organisation the words of a responsible unit were found to mean; words that mean none or several have no row: a person is asked; append-only';
      COMMENT ON COLUMN blockers.unit_match.unit IS 'As the return or a person wrote it';
      COMMENT ON COLUMN blockers.unit_match.recorded_at IS 'Business clock';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON blockers.unit_match
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
      ${actionTypes([...ACTIONS, ...PROPOSALS])}
      ALTER TABLE blockers.blocker_action ADD COLUMN organization_id uuid REFERENCES organizations.organization;
      COMMENT ON COLUMN blockers.blocker_action.organization_id IS
        'The office of who did it, then; null: written before offices were kept';
      ALTER TABLE blockers.blocker_position
        ADD COLUMN responsible_office_id uuid,
        ADD COLUMN turn_since date,
        ADD COLUMN due_proposal jsonb,
        ADD COLUMN handover_proposal jsonb,
        ADD COLUMN handover_to uuid;
      COMMENT ON COLUMN blockers.blocker_position.responsible_office_id IS
        'The organisation that must act; null: nobody has said which one the words mean';
      COMMENT ON COLUMN blockers.blocker_position.turn_since IS 'Since when it is its turn; null: closed';
      COMMENT ON COLUMN blockers.blocker_position.handover_to IS 'The office that is asked to take it over';
      CREATE INDEX blocker_position_office ON blockers.blocker_position (responsible_office_id);
      CREATE INDEX blocker_position_handover ON blockers.blocker_position (handover_to) WHERE handover_to IS NOT NULL;
      CREATE VIEW blockers.responsible_office_ref AS
        SELECT project_id, responsible_office_id, open, valid_from, valid_to FROM blockers.blocker_position;
      COMMENT ON VIEW blockers.responsible_office_ref IS 'What other rooms may read of blockers.blocker_position';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW blockers.responsible_office_ref;
      ALTER TABLE blockers.blocker_position
        DROP COLUMN responsible_office_id, DROP COLUMN turn_since, DROP COLUMN due_proposal,
        DROP COLUMN handover_proposal, DROP COLUMN handover_to;
      ALTER TABLE blockers.blocker_action DISABLE TRIGGER append_only;
      DELETE FROM blockers.blocker_action WHERE type IN (${PROPOSALS.map((type) => `'${type}'`).join(', ')});
      ALTER TABLE blockers.blocker_action ENABLE TRIGGER append_only;
      ALTER TABLE blockers.blocker_action DROP COLUMN organization_id;
      ${actionTypes(ACTIONS)}
      DROP TABLE blockers.unit_match;
    `);
  }
}
