/** Bodies of functions that name tables: with the names of rooms, and as they were before. */
export const IN_ROOMS = [
  `CREATE OR REPLACE FUNCTION snapshots.after_last_cut()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE
      cut timestamptz;
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(hashtext('weekly_cut'));
      SELECT max(known_through) INTO cut FROM snapshots.weekly_cut;
      IF (to_jsonb(NEW) ->> TG_ARGV[0])::timestamptz <= cut THEN
        NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], cut + interval '1 millisecond'));
      END IF;
      RETURN NEW;
    END
  $function$`,
  `CREATE OR REPLACE FUNCTION blockers.blocker_alias(known_at timestamp with time zone)
 RETURNS TABLE(blocker_id uuid, canonical_id uuid, reason text, merged_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
          WITH RECURSIVE latest AS (
            SELECT DISTINCT ON (m.blocker_id) m.blocker_id, m.into_id, m.reason, m.recorded_at
            FROM blockers.blocker_merger m WHERE known_at IS NULL OR m.recorded_at <= known_at
            ORDER BY m.blocker_id, m.id DESC
          ),
          chain AS (
            SELECT blocker_id, into_id, reason, recorded_at FROM latest WHERE into_id IS NOT NULL
            UNION ALL
            SELECT chain.blocker_id, latest.into_id, chain.reason, chain.recorded_at
            FROM chain JOIN latest ON latest.blocker_id = chain.into_id AND latest.into_id IS NOT NULL
          )
          SELECT blocker_id, into_id, reason, recorded_at FROM chain
          WHERE NOT EXISTS (
            SELECT FROM latest WHERE latest.blocker_id = chain.into_id AND latest.into_id IS NOT NULL
          );
        $function$`,
  `CREATE OR REPLACE FUNCTION returns.forget_check()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          UPDATE returns.return_reading SET checked_by = NULL WHERE return_id = NEW.id;
          RETURN NULL;
        END
      $function$`,
  `CREATE OR REPLACE FUNCTION returns.note_ledger_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          INSERT INTO returns.ledger_change DEFAULT VALUES ON CONFLICT DO NOTHING;
          RETURN NULL;
        END
      $function$`,
  `CREATE OR REPLACE FUNCTION returns.refuse_own_approval()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
      SELECT array_agg(user_id) INTO contributors FROM returns.return_contributor WHERE return_id = NEW.id;
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
  $function$`,
  `CREATE OR REPLACE FUNCTION snapshots.refuse_own_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      -- A revision that was begun is finished after a crash, whatever has come since.
      IF EXISTS (SELECT FROM snapshots.weekly_cut WHERE week = NEW.week AND revision = NEW.revision) THEN
        RETURN NEW;
      END IF;
      IF NEW.requested_by IS NULL OR EXISTS (
        SELECT FROM returns.return_effect e JOIN returns.return r ON r.id = e.return_id
          JOIN returns.return_contributor c ON c.return_id = r.id
        WHERE c.user_id = NEW.requested_by
          AND e.at <= NEW.known_through
          AND e.at > (SELECT frozen_at FROM snapshots.weekly_snapshot WHERE week = NEW.week AND revision = NEW.revision - 1)
          AND (r.as_of <= NEW.week
            OR EXISTS (SELECT FROM capital.allocation a WHERE a.return_id = r.id AND a.effective_on <= NEW.week))
      ) THEN
        RAISE EXCEPTION 'four eyes: % may not freeze week % again', NEW.requested_by, NEW.week
          USING ERRCODE = 'check_violation', CONSTRAINT = 'four_eyes';
      END IF;
      RETURN NEW;
    END
  $function$`,
  `CREATE OR REPLACE FUNCTION blockers.remark_decision_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        DECLARE last text;
        BEGIN
          SELECT type INTO last FROM blockers.remark_decision
          WHERE project_id = NEW.project_id AND remark_key = NEW.remark_key ORDER BY id DESC LIMIT 1;
          IF last = 'accepted' OR last IS NOT DISTINCT FROM NEW.type
            OR (NEW.type = 'reconsidered' AND last IS DISTINCT FROM 'declined')
          THEN
            RAISE EXCEPTION '% can not follow % of a remark', NEW.type, coalesce(last, 'nothing') USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END
      $function$`,
];

export const BEFORE = [
  `CREATE OR REPLACE FUNCTION public.after_last_cut()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
  $function$`,
  `CREATE OR REPLACE FUNCTION public.blocker_alias(known_at timestamp with time zone)
 RETURNS TABLE(blocker_id uuid, canonical_id uuid, reason text, merged_at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
          WITH RECURSIVE latest AS (
            SELECT DISTINCT ON (m.blocker_id) m.blocker_id, m.into_id, m.reason, m.recorded_at
            FROM blocker_merger m WHERE known_at IS NULL OR m.recorded_at <= known_at
            ORDER BY m.blocker_id, m.id DESC
          ),
          chain AS (
            SELECT blocker_id, into_id, reason, recorded_at FROM latest WHERE into_id IS NOT NULL
            UNION ALL
            SELECT chain.blocker_id, latest.into_id, chain.reason, chain.recorded_at
            FROM chain JOIN latest ON latest.blocker_id = chain.into_id AND latest.into_id IS NOT NULL
          )
          SELECT blocker_id, into_id, reason, recorded_at FROM chain
          WHERE NOT EXISTS (
            SELECT FROM latest WHERE latest.blocker_id = chain.into_id AND latest.into_id IS NOT NULL
          );
        $function$`,
  `CREATE OR REPLACE FUNCTION public.forget_check()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          UPDATE return_reading SET checked_by = NULL WHERE return_id = NEW.id;
          RETURN NULL;
        END
      $function$`,
  `CREATE OR REPLACE FUNCTION public.note_ledger_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          INSERT INTO ledger_change DEFAULT VALUES ON CONFLICT DO NOTHING;
          RETURN NULL;
        END
      $function$`,
  `CREATE OR REPLACE FUNCTION public.refuse_own_approval()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
  $function$`,
  `CREATE OR REPLACE FUNCTION public.refuse_own_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
  $function$`,
  `CREATE OR REPLACE FUNCTION public.remark_decision_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        DECLARE last text;
        BEGIN
          SELECT type INTO last FROM remark_decision
          WHERE project_id = NEW.project_id AND remark_key = NEW.remark_key ORDER BY id DESC LIMIT 1;
          IF last = 'accepted' OR last IS NOT DISTINCT FROM NEW.type
            OR (NEW.type = 'reconsidered' AND last IS DISTINCT FROM 'declined')
          THEN
            RAISE EXCEPTION '% can not follow % of a remark', NEW.type, coalesce(last, 'nothing') USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END
      $function$`,
];
