import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations as migrateQueues } from 'bullmq';
import { Client, Pool } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { dataSourceOptions } from './database.module';

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

/** The folder of the libs, as compiled or, in a test, as written. */
const LIBS = path.resolve(__dirname, '../..');

/** `1700000000201-handovers-of-returns.ts`: the number says when it runs. */
const FILE = /^(\d{13})-[a-z0-9-]+\.[jt]s$/;

/** A class of a migration; TypeORM keeps in `schema_migration` which ran, by `name`. */
type Migration = new () => MigrationInterface & { readonly name: string };

interface MigrationFile {
  readonly number: string;
  readonly file: string;
}

/**
 * All migrations, in the one order in which they run. A room's stand beside it, in `libs/ROOM/persistence/migrations`; in the
 * folder here are those up to 200, from before rooms owned tables, and those that touch several rooms (ADR 0175).
 */
export async function findMigrations(): Promise<Migration[]> {
  const rooms = await readdir(LIBS);
  const folders = [
    path.join(__dirname, 'migrations'),
    ...rooms.map((room) => path.join(LIBS, room, 'persistence', 'migrations')),
  ];
  const files = await Promise.all(folders.map(migrationFiles));
  return Promise.all(inOrder(files.flat()).map(({ file }) => migrationOf(file)));
}

/** By number. Throws when two have one: their order would be a matter of chance. */
export function inOrder<T extends MigrationFile>(files: readonly T[]): T[] {
  const byNumber = new Map<string, T>();
  for (const one of files) {
    const same = byNumber.get(one.number);
    if (same) throw new Error(`two migrations have one number: ${same.file}, ${one.file}`);
    byNumber.set(one.number, one);
  }
  return [...byNumber.values()].toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

/** None where a room has no such folder. */
async function migrationFiles(folder: string): Promise<MigrationFile[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.flatMap((name) => {
    const number = FILE.exec(name)?.[1];
    return number === undefined ? [] : [{ number, file: path.join(folder, name) }];
  });
}

/** Throws unless the file exports one class, whose name ends with the file's number. */
async function migrationOf(file: string): Promise<Migration> {
  const exported = Object.values((await import(file)) as Record<string, unknown>);
  const number = FILE.exec(path.basename(file))?.[1] ?? '';
  const classes = exported.filter(
    (one): one is Migration => typeof one === 'function' && one.name.endsWith(number),
  );
  const [Found] = new Set(classes);
  if (!Found) throw new Error(`${file} exports no migration of its number`);
  return Found;
}
