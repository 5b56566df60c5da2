import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody approves, reverts or re-freezes what he or she uploaded, answered or submitted (ADR 0115). */
export class FourEyes1700000000116 implements MigrationInterface {
  readonly name = 'FourEyes1700000000116';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [CONTRIBUTORS, RETURNS, REVISIONS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER four_eyes ON weekly_cut;
      DROP TRIGGER four_eyes ON return;
      DROP FUNCTION refuse_own_revision(), refuse_own_approval();
      DROP VIEW return_contributor;
      ALTER TABLE return DROP COLUMN reverted_by;
    `);
  }
}

const CONTRIBUTORS = `
  ALTER TABLE return ADD COLUMN reverted_by uuid REFERENCES user_account;
  COMMENT ON COLUMN return.reverted_by IS 'Who reverted it; null as well where that was before it was kept';

  CREATE VIEW return_contributor AS
    SELECT id AS return_id, uploaded_by AS user_id FROM return
    UNION SELECT id, submitted_by FROM return WHERE submitted_by IS NOT NULL
    UNION SELECT return_id, actor_id FROM return_event
      WHERE type IN ('received', 'answer', 'map', 'submit') AND actor_id IS NOT NULL;
  COMMENT ON VIEW return_contributor IS
    'Who uploaded, answered, mapped or submitted a return, from its append-only history: they neither approve nor revert it';
`;

/** What was approved before by who had sent it stays: only a new approval or reversion is held against the rule. */
const RETURNS = `
  CREATE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      approves boolean := NEW.status = 'approved' AND (TG_OP = 'INSERT' OR OLD.status = 'submitted');
      reverts boolean := NEW.status = 'reverted' AND (TG_OP = 'INSERT' OR OLD.status <> 'reverted');
      renames boolean := TG_OP = 'UPDATE' AND (OLD.uploaded_by IS DISTINCT FROM NEW.uploaded_by
        OR (OLD.approved_at IS NOT NULL AND OLD.submitted_by IS DISTINCT FROM NEW.submitted_by));
      another boolean := TG_OP = 'INSERT' OR OLD.approved_by IS DISTINCT FROM NEW.approved_by;
      other_reverts boolean := TG_OP = 'INSERT' OR OLD.reverted_by IS DISTINCT FROM NEW.reverted_by;
      contributors uuid[];
    BEGIN
      IF renames THEN
        RAISE EXCEPTION 'who uploaded or submitted a return is never changed' USING ERRCODE = 'restrict_violation';
      END IF;
      IF NOT (approves OR reverts OR (another AND NEW.approved_by IS NOT NULL)
              OR (other_reverts AND NEW.reverted_by IS NOT NULL)) THEN
        RETURN NEW;
      END IF;
      SELECT array_agg(user_id) INTO contributors FROM return_contributor WHERE return_id = NEW.id;
      contributors := contributors || NEW.uploaded_by || NEW.submitted_by;
      IF (approves OR (another AND NEW.approved_by IS NOT NULL))
         AND (NEW.approved_by IS NULL OR NEW.approved_by = ANY(contributors)) THEN
        RAISE EXCEPTION 'four eyes: % may not approve return %', NEW.approved_by, NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
      END IF;
      IF (reverts OR (other_reverts AND NEW.reverted_by IS NOT NULL))
         AND (NEW.reverted_by IS NULL OR NEW.reverted_by = ANY(contributors)) THEN
        RAISE EXCEPTION 'four eyes: % may not revert return %', NEW.reverted_by, NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER four_eyes BEFORE INSERT OR UPDATE OF status, uploaded_by, submitted_by, approved_by, reverted_by ON return
    FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();
`;

const REVISIONS = `
  CREATE FUNCTION refuse_own_revision() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      -- A revision that was begun is finished after a crash, whatever has come since.
      IF EXISTS (SELECT FROM weekly_cut WHERE week = NEW.week AND revision = NEW.revision) THEN
        RETURN NEW;
      END IF;
      IF NEW.requested_by IS NULL OR EXISTS (
        SELECT FROM return_effect e JOIN return r ON r.id = e.return_id
          JOIN return_contributor c ON c.return_id = r.id
        WHERE c.user_id = NEW.requested_by
          AND e.at <= NEW.known_through
          AND e.at > (SELECT frozen_at FROM weekly_snapshot WHERE week = NEW.week AND revision = NEW.revision - 1)
          AND (r.as_of <= NEW.week
            OR EXISTS (SELECT FROM allocation a WHERE a.return_id = r.id AND a.effective_on <= NEW.week))
      ) THEN
        RAISE EXCEPTION 'four eyes: % may not freeze week % again', NEW.requested_by, NEW.week
          USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER four_eyes BEFORE INSERT ON weekly_cut FOR EACH ROW WHEN (NEW.revision > 1)
    EXECUTE FUNCTION refuse_own_revision();
`;
