import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which people set their password themselves; an administrator asks for one and never knows the password. */
export class PasswordLinks1700000000060 implements MigrationInterface {
  readonly name = 'PasswordLinks1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE password_link (
        user_id uuid PRIMARY KEY REFERENCES user_account,
        token_hash text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL
      );
      COMMENT ON TABLE password_link IS 'Links by which a person sets a password, one per account at most; gone once used';
      COMMENT ON COLUMN password_link.token_hash IS 'SHA-256; the token itself is in the link only';
      COMMENT ON COLUMN password_link.expires_at IS 'Real clock';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE password_link');
  }
}
