import { Client } from 'pg';
import { MIGRATIONS } from './migrations';

/** Throws, naming them, when migrations of this version have not been run on the database at `url`. Changes nothing. */
export async function assertMigrated(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'thongvon' });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ found: boolean }>(
      `SELECT to_regclass('schema_migration') IS NOT NULL AS found`,
    );
    const { rows } = tables[0]?.found
      ? await client.query<{ name: string }>('SELECT name FROM schema_migration')
      : { rows: [] };
    const done = new Set(rows.map(({ name }) => name));
    const missing = MIGRATIONS.map((Migration) => new Migration().name).filter((name) => !done.has(name));
    if (missing.length > 0)
      throw new Error(`the database lacks these migrations; run them first: ${missing.join(', ')}`);
  } finally {
    await client.end();
  }
}
