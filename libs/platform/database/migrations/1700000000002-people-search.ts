import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People can be searched without accents; a kept reply is replayed in the very order of its members. */
export class PeopleSearch1700000000002 implements MigrationInterface {
  readonly name = 'PeopleSearch1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_account ADD COLUMN name_key text;
      UPDATE user_account SET name_key = lower(name);
      ALTER TABLE user_account ALTER COLUMN name_key SET NOT NULL;
      CREATE INDEX user_account_organization ON user_account (organization_id);
      ALTER TABLE idempotent_reply ALTER COLUMN body TYPE json;
      COMMENT ON COLUMN user_account.name_key IS 'The name without accents, for search';
      COMMENT ON COLUMN idempotent_reply.status IS 'Null while the first request is still being answered';
      COMMENT ON TABLE sign_in_limit IS 'Failed sign-ins, by hashes of address and account; layout of rate-limiter-flexible';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotent_reply ALTER COLUMN body TYPE jsonb;
      DROP INDEX user_account_organization;
      ALTER TABLE user_account DROP COLUMN name_key;
    `);
  }
}
