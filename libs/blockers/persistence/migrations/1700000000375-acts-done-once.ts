import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a phone keeps until it has a network is written down once, however often it is sent (docs/adr/0250). */
export class ActsDoneOnce1700000000375 implements MigrationInterface {
  readonly name = 'ActsDoneOnce1700000000375';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE blockers.blocker_action
        ADD COLUMN client_key text,
        ADD COLUMN request_hash text,
        ADD CONSTRAINT blocker_action_key CHECK ((client_key IS NULL) = (request_hash IS NULL));
      CREATE UNIQUE INDEX blocker_action_once ON blockers.blocker_action (actor_id, client_key) WHERE client_key IS NOT NULL;
      COMMENT ON COLUMN blockers.blocker_action.client_key IS 'Chosen by the caller: the same request sent again finds this row';
      COMMENT ON COLUMN blockers.blocker_action.request_hash IS 'SHA-256 of what was asked for under that key';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX blockers.blocker_action_once;
      ALTER TABLE blockers.blocker_action DROP COLUMN client_key, DROP COLUMN request_hash;
    `);
  }
}
