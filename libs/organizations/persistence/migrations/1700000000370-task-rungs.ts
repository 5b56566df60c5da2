import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks have rungs as well (docs/adr/0236): what was set before says nothing of them. */
export class TaskRungs1700000000370 implements MigrationInterface {
  readonly name = 'TaskRungs1700000000370';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(commentsOf('returns, blockers and tasks', 'returns, blockers and tasks'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(commentsOf('returns and blockers', 'returns and of blockers'));
  }
}

const commentsOf = (owed: string, rungs: string): string => `
  COMMENT ON TABLE organizations.escalation_entry IS
    'Who is informed of ${owed} that are due, and when, below a top office; the last row of an office counts; append-only; business clock';
  COMMENT ON COLUMN organizations.escalation_entry.ladders IS 'Rungs of ${rungs}: days after it fell due, and to whom';
`;
