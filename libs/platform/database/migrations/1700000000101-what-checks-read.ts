import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All that checks of returns read and that can change, besides the return itself. */
const READ_BY_CHECKS = [
  'office_profile',
  'organization',
  'project',
  'plan_position',
  'disbursement_position',
  'clearance_position',
  'clearance_segment',
  'blocker',
  'blocker_action',
  'blocker_mention',
  'blocker_merger',
  'blocker_position',
];

/** Notes which transactions change what checks read, so that a check whose ground hasn't changed need not be done again. */
export class WhatChecksRead1700000000101 implements MigrationInterface {
  readonly name = 'WhatChecksRead1700000000101';

  async up(runner: QueryRunner): Promise<void> {
    const triggers = READ_BY_CHECKS.map(
      (table) => `CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION note_ledger_change();`,
    );
    await runner.query(`
      CREATE TABLE ledger_change (xid xid8 PRIMARY KEY DEFAULT pg_current_xact_id());
      COMMENT ON TABLE ledger_change IS 'Transactions that changed what checks of returns read: registers, derived figures, blockers, which returns count';

      CREATE FUNCTION note_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO ledger_change DEFAULT VALUES ON CONFLICT DO NOTHING;
          RETURN NULL;
        END
      $$;
      ${triggers.join('\n')}
      CREATE TRIGGER noted AFTER UPDATE OF role ON user_account
        FOR EACH STATEMENT EXECUTE FUNCTION note_ledger_change();
      CREATE TRIGGER noted AFTER UPDATE OF status ON return
        FOR EACH ROW WHEN ((OLD.status = 'approved') <> (NEW.status = 'approved')) EXECUTE FUNCTION note_ledger_change();

      ALTER TABLE return_reading ADD COLUMN checked_by text, ADD COLUMN checked_in pg_snapshot;
      COMMENT ON COLUMN return_reading.checked_by IS
        'The database cluster, the code and the day that findings and preview come from; null: unknown, to be checked again';
      COMMENT ON COLUMN return_reading.checked_in IS
        'What that check could see: transactions in ledger_change that are not visible in it have changed its ground since';

      CREATE FUNCTION forget_check() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE return_reading SET checked_by = NULL WHERE return_id = NEW.id;
          RETURN NULL;
        END
      $$;
      CREATE TRIGGER answered AFTER UPDATE OF answers ON return
        FOR EACH ROW WHEN (OLD.answers IS DISTINCT FROM NEW.answers) EXECUTE FUNCTION forget_check();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [...READ_BY_CHECKS, 'user_account', 'return'];
    await runner.query(`
      DROP TRIGGER answered ON return;
      ${tables.map((table) => `DROP TRIGGER noted ON ${table};`).join('\n')}
      DROP FUNCTION note_ledger_change, forget_check;
      DROP TABLE ledger_change;
      ALTER TABLE return_reading DROP COLUMN checked_by, DROP COLUMN checked_in;
    `);
  }
}
