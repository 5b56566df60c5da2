import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two blockers that people find to be one; each keeps its identity and history, so that they can be taken apart again. */
export class BlockerMergers1700000000016 implements MigrationInterface {
  readonly name = 'BlockerMergers1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blocker_merger (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        blocker_id uuid NOT NULL REFERENCES blocker,
        into_id uuid REFERENCES blocker,
        reason text NOT NULL,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT blocker_merger_other CHECK (into_id <> blocker_id)
      );
      CREATE INDEX blocker_merger_blocker ON blocker_merger (blocker_id, id);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON blocker_merger
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION blocker_alias(known_at timestamptz)
        RETURNS TABLE (blocker_id uuid, canonical_id uuid, reason text, merged_at timestamptz)
        LANGUAGE sql STABLE AS $$
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
        $$;

      COMMENT ON TABLE blocker_merger IS 'Blockers that people found to be another one (into_id), or found to be apart again (null); the last row of a blocker counts; append-only; business clock';
      COMMENT ON FUNCTION blocker_alias IS 'Merged blockers with the one that goes on for them, through however many mergers; as known at an instant, or now (null)';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION blocker_alias; DROP TABLE blocker_merger;');
  }
}
