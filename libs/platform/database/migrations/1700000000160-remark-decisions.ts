import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remarks of approved clearance tables, and what people say of them: a blocker or none (docs/adr/0159). */
export class RemarkDecisions1700000000160 implements MigrationInterface {
  readonly name = 'RemarkDecisions1700000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reported_remark (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        return_id uuid NOT NULL REFERENCES return,
        project_id uuid NOT NULL REFERENCES project,
        text text NOT NULL,
        sheet text NOT NULL,
        cell text NOT NULL,
        CONSTRAINT reported_remark_cell UNIQUE (return_id, sheet, cell, project_id)
      );
      CREATE INDEX reported_remark_project ON reported_remark (project_id);
      COMMENT ON TABLE reported_remark IS
        'Remarks of the clearance tables of approved returns: proposed as blockers, none until a person says so; they count while the return counts; append-only';

      CREATE TABLE remark_decision (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        project_id uuid NOT NULL REFERENCES project,
        remark_key text NOT NULL,
        type text NOT NULL CHECK (type IN ('declined', 'reconsidered', 'accepted')),
        text text NOT NULL,
        return_id uuid NOT NULL REFERENCES return,
        sheet text NOT NULL,
        cell text NOT NULL,
        blocker_id uuid UNIQUE REFERENCES blocker,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT remark_decision_blocker CHECK ((type = 'accepted') = (blocker_id IS NOT NULL))
      );
      CREATE INDEX remark_decision_project ON remark_decision (project_id);
      CREATE UNIQUE INDEX remark_decision_accepted ON remark_decision (project_id, md5(remark_key))
        WHERE type = 'accepted';
      COMMENT ON TABLE remark_decision IS
        'What people say of remarks, by project and key: no blocker (declined), to be asked again (reconsidered), or a blocker (accepted); the last one stands; append-only';
      COMMENT ON COLUMN remark_decision.remark_key IS 'The words of the remark, as libs/land-clearance/domain/remark-decisions.ts makes it';
      COMMENT ON COLUMN remark_decision.text IS 'The remark as its cell says it';
      COMMENT ON COLUMN remark_decision.blocker_id IS 'Which it was opened as; its cell is the blocker''s source';
      COMMENT ON COLUMN remark_decision.recorded_at IS 'Business clock';

      CREATE FUNCTION remark_decision_follows() RETURNS trigger LANGUAGE plpgsql AS $$
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
      $$;
      CREATE TRIGGER follows BEFORE INSERT ON remark_decision FOR EACH ROW EXECUTE FUNCTION remark_decision_follows();

      ${['reported_remark', 'remark_decision']
        .map(
          (table) => `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
        )
        .join('\n')}

      -- What was approved already: the project of a remark is that of the counts beside it.
      INSERT INTO reported_remark (return_id, project_id, text, sheet, cell)
      SELECT DISTINCT ON (rr.return_id, at.sheet, at.cell, f.project_id)
        rr.return_id, f.project_id, clearance.line->>'note', at.sheet, at.cell
      FROM return_reading rr JOIN return r ON r.id = rr.return_id AND r.approved_at IS NOT NULL
        CROSS JOIN LATERAL json_array_elements(
          CASE WHEN json_typeof(rr.reading->'landClearance') = 'array' THEN rr.reading->'landClearance' END
        ) AS clearance (line)
        CROSS JOIN LATERAL (
          SELECT clearance.line->'cells'->'note'->>'sheet' AS sheet, clearance.line->'cells'->'note'->>'cell' AS cell
        ) at
        JOIN clearance_figure f ON f.return_id = rr.return_id AND f.sheet = at.sheet
          AND ltrim(f.cell, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') = ltrim(at.cell, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      WHERE clearance.line->>'note' IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE remark_decision, reported_remark;
      DROP FUNCTION remark_decision_follows;
    `);
  }
}
