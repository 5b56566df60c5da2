import type { EntityManager } from 'typeorm';

/** Derived tables that grow with projects and years, of which every key has the plan year and nothing points to their rows. */
const TABLES = ['plan_position', 'disbursement_position', 'project_standing'] as const;

interface Named {
  readonly name: string;
  readonly definition: string;
}

interface Table {
  readonly partitioned: boolean;
  readonly comment: string | null;
}

/**
 * Keeps the derived tables in one partition for each plan year that they have, and a further one for years to come, whose rows move to
 * their own partition the next time (docs/adr/0198). In the transaction of `manager`: nobody reads or writes them meanwhile, nothing is
 * lost. Safe to repeat. Returns the partitions that it made.
 */
export async function partitionByPlanYear(manager: EntityManager): Promise<string[]> {
  const made: string[] = [];
  for (const table of TABLES) {
    await manager.query(`LOCK TABLE capital.${table} IN ACCESS EXCLUSIVE MODE`);
    if (!(await tableOf(manager, table)).partitioned) await divide(manager, table);
    made.push(...(await addYears(manager, table)));
    // Autovacuum looks at partitions, never at the whole.
    await manager.query(`ANALYZE capital.${table}`);
  }
  return made;
}

async function tableOf(manager: EntityManager, table: string): Promise<Table> {
  const [found] = await manager.query<Table[]>(
    `SELECT relkind = 'p' AS partitioned, obj_description(oid) AS comment FROM pg_class WHERE oid = $1::regclass`,
    [`capital.${table}`],
  );
  if (!found) throw new Error(`no table capital.${table}`);
  return found;
}

const BEFORE = 'undivided';
/** The partition of years that have none of their own. */
const REST = 'other_years';

/** All rows go to the partition of the rest; keys, indices, comments and the views of other rooms are made anew as they were. */
async function divide(manager: EntityManager, table: string): Promise<void> {
  const [name, before] = [`capital.${table}`, `capital.${table}_${BEFORE}`];
  const { comment } = await tableOf(manager, table);
  const keys = await manager.query<Named[]>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'f') ORDER BY contype DESC, conname`,
    [name],
  );
  const indices = await manager.query<Pick<Named, 'definition'>[]>(
    `SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))`,
    [name],
  );
  const views = await manager.query<(Named & { comment: string | null })[]>(
    `SELECT DISTINCT rewrite.ev_class::regclass::text AS name, pg_get_viewdef(rewrite.ev_class) AS definition,
       obj_description(rewrite.ev_class) AS comment
     FROM pg_depend JOIN pg_rewrite rewrite ON rewrite.oid = pg_depend.objid
     WHERE pg_depend.classid = 'pg_rewrite'::regclass AND pg_depend.refobjid = $1::regclass`,
    [name],
  );
  for (const view of views) await manager.query(`DROP VIEW ${view.name}`);
  await manager.query(`ALTER TABLE ${name} RENAME TO ${table}_${BEFORE}`);
  await manager.query(
    `CREATE TABLE ${name} (LIKE ${before} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS INCLUDING STORAGE)
     PARTITION BY LIST (plan_year)`,
  );
  await manager.query(`CREATE TABLE ${name}_${REST} PARTITION OF ${name} DEFAULT`);
  await manager.query(`INSERT INTO ${name} SELECT * FROM ${before}`);
  await manager.query(`DROP TABLE ${before}`);
  for (const key of keys)
    await manager.query(`ALTER TABLE ${name} ADD CONSTRAINT ${key.name} ${key.definition}`);
  for (const index of indices) await manager.query(index.definition);
  await commentOn(manager, `TABLE ${name}`, comment);
  for (const view of views) {
    await manager.query(`CREATE VIEW ${view.name} AS ${view.definition}`);
    await commentOn(manager, `VIEW ${view.name}`, view.comment);
  }
}

async function commentOn(manager: EntityManager, what: string, comment: string | null): Promise<void> {
  if (comment !== null) await manager.query(`COMMENT ON ${what} IS '${comment.replaceAll("'", "''")}'`);
}

/** Years of which there are rows among the rest get a partition, to which these move. */
async function addYears(manager: EntityManager, table: string): Promise<string[]> {
  const [name, rest] = [`capital.${table}`, `capital.${table}_${REST}`];
  const years = await manager.query<{ year: number }[]>(
    `SELECT DISTINCT plan_year AS year FROM ${rest} ORDER BY plan_year`,
  );
  if (years.length === 0) return [];
  await manager.query(`CREATE TEMPORARY TABLE moving ON COMMIT DROP AS SELECT * FROM ${rest}`);
  await manager.query(`DELETE FROM ${rest}`);
  const made: string[] = [];
  for (const { year } of years) {
    await manager.query(`CREATE TABLE ${name}_${year} PARTITION OF ${name} FOR VALUES IN (${year})`);
    made.push(`${name}_${year}`);
  }
  await manager.query(`INSERT INTO ${name} SELECT * FROM moving`);
  await manager.query('DROP TABLE moving');
  return made;
}
