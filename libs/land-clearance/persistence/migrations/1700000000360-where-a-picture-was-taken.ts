import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a phone says of a picture that is kept as evidence, and the key by which it is kept once however often it is sent. */
export class WhereAPictureWasTaken1700000000360 implements MigrationInterface {
  readonly name = 'WhereAPictureWasTaken1700000000360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE land_clearance.evidence_file
        ADD COLUMN client_key text,
        ADD COLUMN taken_on date,
        ADD COLUMN taken_time text,
        ADD COLUMN latitude text,
        ADD COLUMN longitude text,
        ADD CONSTRAINT evidence_file_time CHECK (taken_time IS NULL OR taken_on IS NOT NULL),
        ADD CONSTRAINT evidence_file_place CHECK ((latitude IS NULL) = (longitude IS NULL));
      CREATE UNIQUE INDEX evidence_file_client_key ON land_clearance.evidence_file (uploaded_by, client_key) WHERE client_key IS NOT NULL;
      COMMENT ON COLUMN land_clearance.evidence_file.taken_on IS 'As the picture itself says, by the clock of who took it; declared, not proved';
      COMMENT ON COLUMN land_clearance.evidence_file.latitude IS 'Degrees as the picture itself says; declared, not proved';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX land_clearance.evidence_file_client_key;
      ALTER TABLE land_clearance.evidence_file
        DROP COLUMN client_key, DROP COLUMN taken_on, DROP COLUMN taken_time, DROP COLUMN latitude, DROP COLUMN longitude;
    `);
  }
}
