import type { DataSource } from 'typeorm';

const KEY = 'plan_year, basis, source_code, plan_type, office_id, day';

/** SQL of what rows of `capital.office_course` add up to, however often something was changed and taken back. */
const OFFICE_COURSE = `SELECT ${KEY}, sum(disbursed) AS disbursed, sum(known) AS known, sum(steps) AS steps
  FROM capital.office_course GROUP BY ${KEY} HAVING sum(disbursed) <> 0 OR sum(known) <> 0 OR sum(steps) <> 0 ORDER BY ${KEY}`;

/** SQL of the rows of a table without their numbers. */
const rowsOf = (table: string): string => `(SELECT to_jsonb(r) - 'id' AS row FROM ${table} r)`;

/** What is derived from the ledgers and can be derived anew. */
const DERIVED = [
  `(${OFFICE_COURSE})`,
  rowsOf('capital.standing_sum'),
  rowsOf('capital.standing_step'),
  rowsOf('capital.standing_forecast'),
  'capital.first_plan',
  'capital.plan_position',
  'capital.disbursement_position',
  'capital.project_standing',
  'capital.project_course',
  'land_clearance.clearance_position',
  'blockers.blocker_position',
];

/** The rows of the derived tables as text, by table. */
export async function readDerived(data: DataSource): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of DERIVED) {
    const rows = await data.query<{ row: string }[]>(`SELECT t::text AS row FROM ${table} t ORDER BY row`);
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}
