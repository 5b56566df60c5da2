import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders: the days for which they were written, and to whom. */
export class Reminders1700000000046 implements MigrationInterface {
  readonly name = 'Reminders1700000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_day (
        on_date date PRIMARY KEY,
        written_at timestamptz NOT NULL
      );
      CREATE TABLE reminder (
        on_date date NOT NULL REFERENCES reminder_day,
        user_id uuid NOT NULL REFERENCES user_account,
        mail_id uuid NOT NULL REFERENCES mail,
        items jsonb NOT NULL,
        PRIMARY KEY (user_id, on_date)
      );
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reminder_day
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reminder
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      COMMENT ON TABLE reminder_day IS 'Days (business clock) whose reminders were written, each once; append-only';
      COMMENT ON COLUMN reminder_day.written_at IS 'Real clock';
      COMMENT ON TABLE reminder IS 'Reminders, at most one a day to a person, whatever they owe; append-only';
      COMMENT ON COLUMN reminder.items IS 'What it was about: kind, id and days, no names';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminder, reminder_day');
  }
}
