import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that an installation has added to those of the reader, and by which of them each return was read. */
export class AddedWords1700000000094 implements MigrationInterface {
  readonly name = 'AddedWords1700000000094';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reading_word_entry (
        version integer PRIMARY KEY CHECK (version > 0),
        kind text CHECK (kind IN ('caption', 'unit', 'source')),
        meaning text,
        phrase text,
        retires integer UNIQUE REFERENCES reading_word_entry CHECK (retires < version),
        reason text NOT NULL,
        actor_id uuid NOT NULL REFERENCES user_account,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT reading_word_entry_added CHECK
          ((retires IS NULL) = (kind IS NOT NULL AND meaning IS NOT NULL AND phrase IS NOT NULL))
      );
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reading_word_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE reading_word_entry IS 'Words of this installation, added or retired, each a new version of its vocabulary; append-only; business clock';
      COMMENT ON COLUMN reading_word_entry.retires IS 'The added word that no longer counts from this version on';

      ALTER TABLE return_reading ADD COLUMN vocabulary_version integer NOT NULL DEFAULT 0;
      COMMENT ON COLUMN return_reading.vocabulary_version IS 'The words of the installation by which it was read: all entries up to this version; 0: none';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE return_reading DROP COLUMN vocabulary_version;
      DROP TABLE reading_word_entry;
    `);
  }
}
