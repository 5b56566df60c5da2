import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remarks of disbursement tables are proposed too (docs/adr/0171): each remark says in which kind of table it stands. */
export class RemarksOfTables1700000000205 implements MigrationInterface {
  readonly name = 'RemarksOfTables1700000000205';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE blockers.reported_remark ADD COLUMN table_kind text NOT NULL DEFAULT 'land-clearance'
        CONSTRAINT reported_remark_table CHECK (table_kind IN ('land-clearance', 'disbursement'));
      ALTER TABLE blockers.reported_remark ALTER COLUMN table_kind DROP DEFAULT;
      COMMENT ON COLUMN blockers.reported_remark.table_kind IS
        'The kind of table that it stands in: it is proposed until the sender''s next return with figures of that kind';
      COMMENT ON TABLE blockers.reported_remark IS
        'Remarks of the clearance and disbursement tables of approved returns: proposed as blockers, none until a person says so; they count while the return counts; append-only';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Before, remarks of disbursement tables were not kept.
    await runner.query(`
      ALTER TABLE blockers.reported_remark DISABLE TRIGGER append_only;
      DELETE FROM blockers.reported_remark WHERE table_kind = 'disbursement';
      ALTER TABLE blockers.reported_remark ENABLE TRIGGER append_only;
      ALTER TABLE blockers.reported_remark DROP COLUMN table_kind;
      COMMENT ON TABLE blockers.reported_remark IS
        'Remarks of the clearance tables of approved returns: proposed as blockers, none until a person says so; they count while the return counts; append-only';
    `);
  }
}
