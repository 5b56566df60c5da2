import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail is looked through by person, kind of deed and time, not only by the thing that something was done to. */
export class AuditTrailFilters1700000000065 implements MigrationInterface {
  readonly name = 'AuditTrailFilters1700000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id);
      CREATE INDEX audit_entry_action ON audit_entry (action, id);
      CREATE INDEX audit_entry_at ON audit_entry (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_entry_actor, audit_entry_action, audit_entry_at');
  }
}
