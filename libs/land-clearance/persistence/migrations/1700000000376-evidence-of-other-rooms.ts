import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file of evidence may be kept for another room, which says what it proves (docs/adr/0251). */
export class EvidenceOfOtherRooms1700000000376 implements MigrationInterface {
  readonly name = 'EvidenceOfOtherRooms1700000000376';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE land_clearance.evidence_file ALTER COLUMN project_id DROP NOT NULL;
      COMMENT ON COLUMN land_clearance.evidence_file.project_id IS 'Null: kept for another room, which says of what it is';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE land_clearance.evidence_file DISABLE TRIGGER USER;
      DELETE FROM land_clearance.evidence_file WHERE project_id IS NULL;
      ALTER TABLE land_clearance.evidence_file ENABLE TRIGGER USER;
      ALTER TABLE land_clearance.evidence_file ALTER COLUMN project_id SET NOT NULL;
      COMMENT ON COLUMN land_clearance.evidence_file.project_id IS NULL;
    `);
  }
}
