import { runMigrations as migrateQueues } from 'bullmq';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';

const MIGRATION_LOCK = 0x7468_766e;

/**
 * Brings the database at `url` to this version: our tables, and BullMQ's in their own schema. Safe to run twice and by
 * several processes at once: a session lock lets one through at a time. Returns the names of the migrations it ran.
 */
export async function migrate(url: string): Promise<string[]> {
  const pool = new Pool({ connectionString: url, max: 2 });
  const dataSource = new DataSource(dataSourceOptions(url, 2));
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
