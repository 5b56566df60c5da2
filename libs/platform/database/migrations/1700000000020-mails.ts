import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails, each composed once, and the attempts to deliver them. */
export class Mails1700000000020 implements MigrationInterface {
  readonly name = 'Mails1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, FINAL, COMMENTS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_attempt, mail');
  }
}

const TABLES = `
  CREATE TABLE mail (
    id uuid PRIMARY KEY,
    key text NOT NULL CONSTRAINT mail_key UNIQUE,
    kind text NOT NULL,
    sender text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    search_key text NOT NULL,
    message_id text NOT NULL,
    message bytea NOT NULL,
    created_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown')),
    due_at timestamptz,
    sent_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    unknown_outcomes integer NOT NULL DEFAULT 0,
    last_answer text
  );
  ALTER TABLE mail ALTER COLUMN message SET STORAGE EXTERNAL;
  CREATE INDEX mail_created ON mail (created_at DESC, id DESC);
  CREATE INDEX mail_state ON mail (state, created_at DESC);

  CREATE TABLE mail_attempt (
    mail_id uuid NOT NULL REFERENCES mail,
    nth integer NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    outcome text CHECK (outcome IN ('accepted', 'refused', 'deferred', 'unknown')),
    answer text,
    PRIMARY KEY (mail_id, nth)
  );
`;

const FINAL = `
  CREATE TRIGGER composed_once BEFORE UPDATE OF id, key, kind, sender, recipient, subject, message_id, message, created_at
    ON mail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON mail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const COMMENTS = `
  COMMENT ON TABLE mail IS 'Mails, one per key, ever; what is sent is composed once and never changes; real clock. Holds the address that it goes to';
  COMMENT ON COLUMN mail.message IS 'The whole message (RFC 5322), as every attempt sends it';
  COMMENT ON COLUMN mail.due_at IS 'When to try next; null when it will not be tried';
  COMMENT ON COLUMN mail.unknown_outcomes IS 'Attempts after which nobody knew whether the mail had been taken; one of them is tried again';
  COMMENT ON TABLE mail_attempt IS 'Each attempt to deliver a mail, with the answer of the mail server; no outcome: it goes on, or died';
  COMMENT ON TABLE user_account IS 'People who sign in, with their names and e-mail addresses; mail holds the addresses that it goes to';
`;
