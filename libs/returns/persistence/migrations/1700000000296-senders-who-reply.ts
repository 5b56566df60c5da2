import type { MigrationInterface, QueryRunner } from 'typeorm';

const viewOf = (types: string): string => `
  CREATE OR REPLACE VIEW returns.return_contributor AS
    SELECT id AS return_id, uploaded_by AS user_id FROM returns.return
    UNION SELECT id, submitted_by FROM returns.return WHERE submitted_by IS NOT NULL
    UNION SELECT return_id, actor_id FROM returns.return_event
      WHERE type IN (${types}) AND actor_id IS NOT NULL`;

/** Who sends a return again with a reply, or whose answers were carried to it, had a hand in it too (ADR 0210, 0211). */
export class SendersWhoReply1700000000296 implements MigrationInterface {
  readonly name = 'SendersWhoReply1700000000296';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(viewOf(`'received', 'answer', 'map', 'submit', 'send-again', 'carry-answers'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(viewOf(`'received', 'answer', 'map', 'submit'`));
  }
}
