import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which files a return of several files is made of (ADR 0208). A return of one has none of these rows. */
export class FilesOfReturns1700000000310 implements MigrationInterface {
  readonly name = 'FilesOfReturns1700000000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE returns.return_file (
        return_id uuid NOT NULL REFERENCES returns.return,
        place integer NOT NULL,
        file_name text NOT NULL,
        file_sha256 text NOT NULL REFERENCES returns.stored_file,
        CONSTRAINT return_file_pkey PRIMARY KEY (return_id, place),
        CONSTRAINT return_file_once UNIQUE (return_id, file_sha256)
      );
      COMMENT ON TABLE returns.return_file IS 'The files of returns that came as several, in their order; append-only';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON returns.return_file
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE returns.return_file');
  }
}
