import type { DataSource } from 'typeorm';

/** At least as many as a pool has. */
const CONNECTIONS = 10;

/** How often each table was read from end to end so far, by whatever statement. */
async function scansSoFar(data: DataSource): Promise<ReadonlyMap<string, number>> {
  // Each connection counts for itself at first.
  const counted = 'SELECT pg_stat_force_next_flush(), pg_sleep(0.1)';
  await Promise.all(Array.from({ length: CONNECTIONS }, () => data.query(counted)));
  const found = await data.query<{ table: string; scans: number }[]>(
    `SELECT schemaname || '.' || relname AS table, seq_scan::int AS scans FROM pg_stat_user_tables`,
  );
  return new Map(found.map(({ table, scans }) => [table, scans]));
}

/** Which of `tables` are read from end to end while `work` is done: writing is counted as well, which can't be explained afterwards. */
export async function readWhole(
  data: DataSource,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<string[]> {
  const before = await scansSoFar(data);
  await work();
  const after = await scansSoFar(data);
  return tables.filter((table) => after.get(table) !== before.get(table));
}
