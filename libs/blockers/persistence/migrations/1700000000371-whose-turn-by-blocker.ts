import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gives a task about a blocker is proposed the office that must act on it: the view says of which blocker it speaks. */
export class WhoseTurnByBlocker1700000000371 implements MigrationInterface {
  readonly name = 'WhoseTurnByBlocker1700000000371';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW blockers.responsible_office_ref AS
        SELECT project_id, responsible_office_id, open, valid_from, valid_to, blocker_id FROM blockers.blocker_position;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW blockers.responsible_office_ref;
      CREATE VIEW blockers.responsible_office_ref AS
        SELECT project_id, responsible_office_id, open, valid_from, valid_to FROM blockers.blocker_position;
      COMMENT ON VIEW blockers.responsible_office_ref IS 'What other rooms may read of blockers.blocker_position';
    `);
  }
}
