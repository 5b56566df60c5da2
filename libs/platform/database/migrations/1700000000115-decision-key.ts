import type { MigrationInterface, QueryRunner } from 'typeorm';
import { decisionKey } from '@thongvon/kernel';

/** A decision is known by its number however it is written, its date and the plan year that it speaks of (ADR 0116). */
export class DecisionKey1700000000115 implements MigrationInterface {
  readonly name = 'DecisionKey1700000000115';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE decision ADD COLUMN number_key text`);
    const rows = (await runner.query(`SELECT id, number FROM decision`)) as { id: string; number: string }[];
    const keys = rows.map(({ id, number }) => ({ id, key: decisionKey(number) }));
    // Of rows that were one decision all along, the first keeps the key; their entries can't be moved.
    await runner.query(
      `UPDATE decision d SET number_key = CASE place WHEN 1 THEN key ELSE key || ' ' || d.id END
       FROM (
         SELECT d.id, k.key,
           row_number() OVER (PARTITION BY organization_id, k.key, decided_on, plan_year ORDER BY recorded_at, d.id) AS place
         FROM decision d JOIN jsonb_to_recordset($1) AS k (id uuid, key text) ON k.id = d.id
       ) keyed WHERE keyed.id = d.id`,
      [JSON.stringify(keys)],
    );
    await runner.query(`
      ALTER TABLE decision ALTER COLUMN number_key SET NOT NULL,
        DROP CONSTRAINT decision_number,
        ADD CONSTRAINT decision_number UNIQUE (organization_id, number_key, decided_on, plan_year);
      COMMENT ON COLUMN decision.number_key IS
        'The number without case, accents, spaces, marks, "Số" and leading zeros; after a space an id, where older rows were one decision written differently';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decision DROP CONSTRAINT decision_number, DROP COLUMN number_key;
      ALTER TABLE decision ADD CONSTRAINT decision_number UNIQUE (organization_id, number, decided_on, plan_year);
    `);
  }
}
