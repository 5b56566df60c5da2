import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A room of its own for what leaders decide and give to offices, and what becomes of it (ADR 0237). */
export class Tasks1700000000350 implements MigrationInterface {
  readonly name = 'Tasks1700000000350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA tasks;

      CREATE TABLE tasks.conclusion (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('conclusion', 'directive', 'page')),
        title text,
        dated date NOT NULL,
        giver_id uuid NOT NULL REFERENCES organizations.organization,
        concluded_by uuid NOT NULL REFERENCES organizations.user_account,
        entered_by uuid NOT NULL REFERENCES organizations.user_account,
        client_key text NOT NULL,
        request_hash text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT conclusion_once UNIQUE (entered_by, client_key)
      );
      CREATE INDEX conclusion_giver ON tasks.conclusion (giver_id, recorded_at);
      COMMENT ON TABLE tasks.conclusion IS
        'Where tasks come from: a notice of conclusion, a directive, or a decision on a page; append-only';
      COMMENT ON COLUMN tasks.conclusion.dated IS 'The day of the decision; the document''s own date stands with its number';
      COMMENT ON COLUMN tasks.conclusion.concluded_by IS 'Who decided';
      COMMENT ON COLUMN tasks.conclusion.entered_by IS 'Who entered it: the same person, or one of the office who did it for them';
      COMMENT ON COLUMN tasks.conclusion.client_key IS 'Chosen by the caller: the same request sent again finds this row';
      COMMENT ON COLUMN tasks.conclusion.request_hash IS 'SHA-256 of what was asked for under that key';
      COMMENT ON COLUMN tasks.conclusion.recorded_at IS 'Business clock';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tasks.conclusion
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE tasks.conclusion_number (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        conclusion_id uuid NOT NULL REFERENCES tasks.conclusion,
        giver_id uuid NOT NULL REFERENCES organizations.organization,
        number text NOT NULL,
        number_key text NOT NULL,
        dated date NOT NULL,
        actor_id uuid NOT NULL REFERENCES organizations.user_account,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT conclusion_number_once UNIQUE (giver_id, number_key, dated)
      );
      CREATE INDEX conclusion_number_of ON tasks.conclusion_number (conclusion_id, id);
      COMMENT ON TABLE tasks.conclusion_number IS
        'Numbers of conclusions, which may come later; the last one stands; one document is entered once; append-only';
      COMMENT ON COLUMN tasks.conclusion_number.giver_id IS 'The office of the conclusion';
      COMMENT ON COLUMN tasks.conclusion_number.recorded_at IS 'Business clock';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tasks.conclusion_number
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE tasks.task (
        id uuid PRIMARY KEY,
        conclusion_id uuid NOT NULL REFERENCES tasks.conclusion,
        place integer NOT NULL,
        giver_id uuid NOT NULL REFERENCES organizations.organization,
        organization_id uuid NOT NULL REFERENCES organizations.organization,
        person text,
        project_id uuid REFERENCES projects.project,
        blocker_id uuid REFERENCES blockers.blocker,
        what text NOT NULL,
        search_key text NOT NULL,
        CONSTRAINT task_place UNIQUE (conclusion_id, place),
        CONSTRAINT task_blocker CHECK (blocker_id IS NULL OR project_id IS NOT NULL)
      );
      CREATE INDEX task_giver ON tasks.task (giver_id);
      CREATE INDEX task_organization ON tasks.task (organization_id);
      CREATE INDEX task_project ON tasks.task (project_id) WHERE project_id IS NOT NULL;
      COMMENT ON TABLE tasks.task IS
        'Identity of a task: what an office was given to do; how far it is comes from its events; append-only';
      COMMENT ON COLUMN tasks.task.place IS 'From 1, in the order of the document';
      COMMENT ON COLUMN tasks.task.giver_id IS 'The office that gave it: that of the conclusion';
      COMMENT ON COLUMN tasks.task.organization_id IS 'Whose task it is';
      COMMENT ON COLUMN tasks.task.person IS 'Who in the office, by role';
      COMMENT ON COLUMN tasks.task.search_key IS 'Kernel matchKey of what and person';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tasks.task
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE tasks.task_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        task_id uuid NOT NULL REFERENCES tasks.task,
        nth integer NOT NULL,
        type text NOT NULL CHECK (type IN ('given', 'accepted', 'reported', 'refused', 'confirmed', 'sent-back', 'withdrawn',
          'given-again', 'due-proposed', 'due-moved', 'due-declined')),
        actor_id uuid NOT NULL REFERENCES organizations.user_account,
        text text,
        due date,
        proof jsonb,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT task_event_nth UNIQUE (task_id, nth),
        CONSTRAINT task_event_due CHECK ((type IN ('given', 'due-proposed', 'due-moved')) = (due IS NOT NULL)),
        CONSTRAINT task_event_text CHECK (text IS NOT NULL OR type IN ('given', 'accepted', 'confirmed')),
        CONSTRAINT task_event_first CHECK ((type = 'given') = (nth = 1))
      );
      COMMENT ON TABLE tasks.task_event IS
        'History of tasks: given, and what both offices did since; of two at once the database takes one (nth); append-only';
      COMMENT ON COLUMN tasks.task_event.nth IS 'From 1 within its task';
      COMMENT ON COLUMN tasks.task_event.proof IS 'What proves a report';
      COMMENT ON COLUMN tasks.task_event.recorded_at IS 'Business clock, after the last frozen week';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tasks.task_event
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER after_last_cut BEFORE INSERT ON tasks.task_event
        FOR EACH ROW EXECUTE FUNCTION snapshots.after_last_cut('recorded_at');

      CREATE TABLE tasks.task_position (
        task_id uuid PRIMARY KEY,
        state text NOT NULL,
        due date NOT NULL,
        first_due date NOT NULL,
        due_moves integer NOT NULL,
        proposed_due date,
        proposed_reason text,
        given_at timestamptz NOT NULL,
        accepted_at timestamptz,
        reported_at timestamptz,
        reported_by uuid,
        ended_at timestamptz,
        last_text text
      );
      CREATE INDEX task_position_open ON tasks.task_position (due) WHERE ended_at IS NULL;
      COMMENT ON TABLE tasks.task_position IS
        'Derived: how each task stands after its events; written in the transaction of each event';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA tasks CASCADE');
  }
}
