import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The weekly letter: who gets it and of what, which editions were written, and the key of its unsubscribe links. */
export class WeeklyDigest1700000000045 implements MigrationInterface {
  readonly name = 'WeeklyDigest1700000000045';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, KEY, APPEND_ONLY, COMMENTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE digest_signing_key, digest_edition, digest_recipient');
  }
}

const TABLES = `
  CREATE TABLE digest_recipient (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES user_account,
    receives boolean NOT NULL,
    organization_ids uuid[],
    actor_id uuid REFERENCES user_account,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT digest_recipient_scope CHECK (organization_ids IS NULL OR cardinality(organization_ids) > 0)
  );
  CREATE INDEX digest_recipient_user ON digest_recipient (user_id, id DESC);

  CREATE TABLE digest_edition (
    week date NOT NULL,
    revision integer NOT NULL,
    recipient_id uuid NOT NULL REFERENCES user_account,
    snapshot_id uuid NOT NULL REFERENCES weekly_snapshot,
    mail_id uuid NOT NULL REFERENCES mail,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (week, revision, recipient_id)
  );
`;

/** 244 random bits. gen_random_uuid draws on the system's strong source. */
const KEY = `
  CREATE TABLE digest_signing_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key bytea NOT NULL
  );
  INSERT INTO digest_signing_key (key)
    VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
`;

const APPEND_ONLY = ['digest_recipient', 'digest_edition', 'digest_signing_key']
  .map(
    (table) => `
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  )
  .join('');

const COMMENTS = `
  COMMENT ON TABLE digest_recipient IS 'Who gets the weekly letter, as set by an administrator or ended by the person; the latest row of a person counts, without one leaders get it; append-only';
  COMMENT ON COLUMN digest_recipient.organization_ids IS 'Of these organisations and all below them; null: of the person''s own';
  COMMENT ON COLUMN digest_recipient.actor_id IS 'The administrator; null: the person, by the link in the letter';
  COMMENT ON COLUMN digest_recipient.recorded_at IS 'Real clock';
  COMMENT ON TABLE digest_edition IS 'Weekly letters written, one for each week, revision of the frozen week and recipient; what they say is in their mail; append-only';
  COMMENT ON COLUMN digest_edition.week IS 'Date of the week''s cut-off';
  COMMENT ON COLUMN digest_edition.written_at IS 'Real clock';
  COMMENT ON TABLE digest_signing_key IS 'Key of this installation, by which links that end the weekly letter are signed; append-only';
`;
