import { runMigrations as migrateQueues } from 'bullmq';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './database.module';
import { findMigrations } from './find-migrations';

const MIGRATION_LOCK = 0x7468_766e;

/**
 * Brings the database at `url` to this version: our tables, and BullMQ's in their own schema. Safe to run twice and by
 * several processes at once: a session lock lets one through at a time. Returns the names of the migrations it ran.
 */
export async function migrate(url: string): Promise<string[]> {
  const pool = new Pool({ connectionString: url, max: 2 });
  const migrations = await findMigrations();
  const dataSource = new DataSource({ ...dataSourceOptions(url, 2), migrations });
  try {
    const lock = await pool.connect();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await migrateQueues(lock);
      await dataSource.initialize();
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
      lock.release();
    }
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await pool.end();
  }
}

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
    const known = (await findMigrations()).map((Migration) => new Migration().name);
    const missing = known.filter((name) => !done.has(name));
    if (missing.length > 0)
      throw new Error(`the database lacks these migrations; run them first: ${missing.join(', ')}`);
  } finally {
    await client.end();
  }
}
