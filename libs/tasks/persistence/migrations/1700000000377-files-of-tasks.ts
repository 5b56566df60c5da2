import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were sent for a task; the files themselves are kept with all evidence (docs/adr/0251). */
export class FilesOfTasks1700000000377 implements MigrationInterface {
  readonly name = 'FilesOfTasks1700000000377';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tasks.task_file (
        file_id uuid PRIMARY KEY REFERENCES land_clearance.evidence_file,
        task_id uuid NOT NULL REFERENCES tasks.task
      );
      COMMENT ON TABLE tasks.task_file IS 'For which task a file of evidence was sent: who sees the task sees it; append-only';
      CREATE INDEX task_file_task ON tasks.task_file (task_id);
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tasks.task_file
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tasks.task_file;');
  }
}
