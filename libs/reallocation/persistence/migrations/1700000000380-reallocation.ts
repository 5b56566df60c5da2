import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A room of its own for drafts of proposals that move capital between projects (ADR 0253). */
export class Reallocation1700000000380 implements MigrationInterface {
  readonly name = 'Reallocation1700000000380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA reallocation;

      CREATE TABLE reallocation.proposal (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations.organization,
        plan_year integer NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX proposal_organization ON reallocation.proposal (organization_id);
      COMMENT ON TABLE reallocation.proposal IS
        'Identity of a proposal that moves capital between projects; what it is comes from its entries; append-only';
      COMMENT ON COLUMN reallocation.proposal.organization_id IS 'The office that makes it';
      COMMENT ON COLUMN reallocation.proposal.recorded_at IS 'Business clock';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reallocation.proposal
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE reallocation.proposal_entry (
        id uuid PRIMARY KEY,
        proposal_id uuid NOT NULL REFERENCES reallocation.proposal,
        nth integer NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'put-aside', 'decided')),
        title text,
        week date,
        revision integer,
        decision_number text,
        decided_on date,
        note text,
        actor_id uuid NOT NULL REFERENCES organizations.user_account,
        client_key text NOT NULL,
        request_hash text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT proposal_entry_nth UNIQUE (proposal_id, nth),
        CONSTRAINT proposal_entry_once UNIQUE (actor_id, client_key),
        CONSTRAINT proposal_entry_draft CHECK ((state = 'draft') = (title IS NOT NULL AND week IS NOT NULL AND revision IS NOT NULL)),
        CONSTRAINT proposal_entry_decided CHECK ((state = 'decided') = (decision_number IS NOT NULL AND decided_on IS NOT NULL)),
        CONSTRAINT proposal_entry_first CHECK (nth > 1 OR state = 'draft')
      );
      COMMENT ON TABLE reallocation.proposal_entry IS
        'History of proposals: each draft with its lines, and what became of it outside; of two at once the database takes one (nth); append-only';
      COMMENT ON COLUMN reallocation.proposal_entry.nth IS 'From 1 within its proposal';
      COMMENT ON COLUMN reallocation.proposal_entry.week IS 'Of a draft: the frozen week, in its revision, by whose figures it was made';
      COMMENT ON COLUMN reallocation.proposal_entry.client_key IS 'Chosen by the caller: the same request sent again finds this row';
      COMMENT ON COLUMN reallocation.proposal_entry.request_hash IS 'SHA-256 of what was asked for under that key';
      COMMENT ON COLUMN reallocation.proposal_entry.recorded_at IS 'Business clock';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reallocation.proposal_entry
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE reallocation.proposal_line (
        entry_id uuid NOT NULL REFERENCES reallocation.proposal_entry,
        place integer NOT NULL,
        giver_id uuid NOT NULL REFERENCES projects.project,
        receiver_id uuid NOT NULL REFERENCES projects.project,
        source_code text NOT NULL,
        amount numeric(20,0) NOT NULL,
        PRIMARY KEY (entry_id, place),
        CONSTRAINT proposal_line_pair UNIQUE (entry_id, giver_id, receiver_id, source_code),
        CONSTRAINT proposal_line_amount CHECK (amount > 0),
        CONSTRAINT proposal_line_two CHECK (giver_id <> receiver_id)
      );
      COMMENT ON TABLE reallocation.proposal_line IS
        'So much of a source from one project to another, whole đồng; changes no plan: that is for the plan ledger; append-only';
      COMMENT ON COLUMN reallocation.proposal_line.place IS 'From 1, in the order in which they are shown';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reallocation.proposal_line
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE TABLE reallocation.proposal_declaration (
        entry_id uuid NOT NULL REFERENCES reallocation.proposal_entry,
        project_id uuid NOT NULL REFERENCES projects.project,
        about text NOT NULL,
        note text NOT NULL,
        PRIMARY KEY (entry_id, project_id, about)
      );
      COMMENT ON TABLE reallocation.proposal_declaration IS
        'What somebody declared where nobody knows, or figures speak against it; append-only';
      COMMENT ON COLUMN reallocation.proposal_declaration.about IS 'The question that it answers';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reallocation.proposal_declaration
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA reallocation CASCADE');
  }
}
