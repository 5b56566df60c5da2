import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is typed and what is meant, letter by letter (libs/kernel/project-code.ts as it was when this ran). */
const TYPED = 'АВЕЅІЈКМНОРСТУХавеѕіјкмнорстухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐƉðɖđabcdefghijklmnopqrstuvwxyz';
const MEANT = 'ABESIJKMHOPCTYXABESIJKMHOPCTYXABEZHIKMNOPTYXOĐĐĐĐĐABCDEFGHIJKLMNOPQRSTUVWXYZ';
const UNSEEN = String.raw`[\s\u0085\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]`;
const DASHES = String.raw`[\u2010-\u2015\u2043\u2212]`;

/**
 * A project's code is one however it is typed (ADR 0162). Projects that turn out to have one code are kept, reported and
 * marked: their figures can't be moved, and whoever names the code is asked which is meant.
 */
export class ProjectCodeForm1700000000204 implements MigrationInterface {
  readonly name = 'ProjectCodeForm1700000000204';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION projects.project_code_key(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT translate(
          regexp_replace(
            regexp_replace(regexp_replace(normalize(typed, NFKC), '${UNSEEN}', '', 'g'), '^[''‘’]+', ''),
            '${DASHES}', '-', 'g'),
          '${TYPED}', '${MEANT}')
      $$;
      COMMENT ON FUNCTION projects.project_code_key IS
        'The one form of a project code: without spaces, look-alike and full-width letters as Latin ones, dashes as "-", in capitals; the same as projectCode of libs/kernel';

      ALTER TABLE projects.project ADD COLUMN code_repeated boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN projects.project.code_repeated IS
        'Registered under a code that another project has in another way of typing, before codes had one form; no new project can be';

      UPDATE projects.project p SET code_repeated = true
      FROM (
        SELECT id, row_number() OVER (PARTITION BY projects.project_code_key(code) ORDER BY created_at, id) AS place
        FROM projects.project WHERE code IS NOT NULL
      ) typed WHERE typed.id = p.id AND typed.place > 1;

      CREATE INDEX project_code_form ON projects.project (projects.project_code_key(code));
      CREATE UNIQUE INDEX project_code_once ON projects.project (projects.project_code_key(code)) WHERE NOT code_repeated;
    `);
    await this.report(runner);
  }

  private async report(runner: QueryRunner): Promise<void> {
    const repeated = (await runner.query(`
      SELECT p.code, p.name, first.code AS "of" FROM projects.project p
        JOIN projects.project first
          ON projects.project_code_key(first.code) = projects.project_code_key(p.code) AND NOT first.code_repeated
      WHERE p.code_repeated ORDER BY p.code, p.id`)) as { code: string; name: string; of: string }[];
    for (const { code, name, of } of repeated)
      process.stderr.write(
        `Dự án “${name}” (mã “${code}”) trùng mã với dự án đã có (mã “${of}”): hãy đối chiếu. The two projects have one code.\n`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX projects.project_code_once, projects.project_code_form;
      ALTER TABLE projects.project DROP COLUMN code_repeated;
      DROP FUNCTION projects.project_code_key;
    `);
  }
}
