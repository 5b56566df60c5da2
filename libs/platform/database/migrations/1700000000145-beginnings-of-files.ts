import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a large file that is no workbook only the beginning is kept (docs/adr/0145); it may be completed, never else changed. */
export class BeginningsOfFiles1700000000145 implements MigrationInterface {
  readonly name = 'BeginningsOfFiles1700000000145';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE stored_file
        ADD COLUMN whole boolean NOT NULL DEFAULT true,
        ADD CONSTRAINT stored_file_size CHECK (CASE WHEN whole THEN octet_length(bytes) = size ELSE octet_length(bytes) < size END);
      COMMENT ON COLUMN stored_file.whole IS 'False: no workbook; bytes is its beginning, sha256 and size are of all of it';
      DROP TRIGGER append_only ON stored_file;
      CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON stored_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER completed_only BEFORE UPDATE ON stored_file FOR EACH ROW
        WHEN (old.whole OR NOT new.whole OR old.sha256 <> new.sha256 OR old.size <> new.size)
        EXECUTE FUNCTION refuse_change();
    `);
  }

  /** Beginnings stay, as files that are shorter than they say. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER completed_only ON stored_file;
      DROP TRIGGER append_only ON stored_file;
      ALTER TABLE stored_file DROP CONSTRAINT stored_file_size, DROP COLUMN whole;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }
}
