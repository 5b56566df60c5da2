import path from 'node:path';
import { readdirSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { findMigrations, migrate, ROOMS } from '@thongvon/platform';
import { readCatalogue, readPrograms } from '../support/catalogue';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { withMigrations } from '../support/undo-migrations';

/** What changes several rooms at once, or moves a table from one to another. It grows only by what can't be split. */
const OF_SEVERAL_ROOMS = [
  '1700000000203-projects-out-of-force.ts',
  '1700000000206-closing-items-in-their-room.ts',
  '1700000000207-duties-in-their-room.ts',
  '1700000000210-whole-and-split-of-a-day.ts',
  '1700000000230-comments-that-hold.ts',
  // The wish for a job is platform's own.
  '1700000000261-store-standings.ts',
  '1700000000264-store-courses.ts',
  '1700000000285-store-sums.ts',
  '1700000000294-store-forecasts.ts',
  '1700000000340-store-standings-anew.ts',
  '1700000000342-match-units.ts',
];

const libs = path.resolve(__dirname, '../../libs');

const schemas = ['public', ...Object.keys(ROOMS)];

/** Tables with all that hangs on them, and views, triggers and functions. */
const whole = async (data: DataSource) =>
  new Map([...(await readCatalogue(data, schemas)), ...(await readPrograms(data, schemas))]);

describe('the migrations', () => {
  let database: TestDatabase;
  let data: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    data = await withMigrations(database.url);
  });
  afterAll(async () => {
    await data.destroy();
    await database.drop();
  });

  it('say of every table what it is for', async () => {
    const silent = await data.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace::regnamespace::text = ANY($1)
         AND obj_description(oid) IS NULL`,
      [Object.keys(ROOMS)],
    );
    expect(silent).toEqual([]);
  });

  it('can be undone one by one and run again', async () => {
    const tables = (): Promise<object[]> =>
      data.query<object[]>(
        `SELECT table_schema, table_name, column_name, data_type, is_nullable FROM information_schema.columns
         WHERE table_schema = ANY($1) ORDER BY table_schema, table_name, column_name`,
        [schemas],
      );
    const before = await tables();
    while ((await data.query<object[]>('SELECT FROM schema_migration')).length > 0)
      await data.undoLastMigration();
    expect(await tables()).toHaveLength(3);
    await migrate(database.url);
    expect(await tables()).toEqual(before);
  });

  it('make of an installation at any of their last steps what a new one is', async () => {
    const fresh = await whole(data);
    const all = await findMigrations();
    const before = all.findIndex(({ name }) => name === 'Rooms1700000000200');
    expect(before).toBeGreaterThan(0);
    // Undone and redone in one piece, then one by one: as installations of each release came to be.
    for (const steps of [all.length - before, 1]) {
      for (let left = all.length - before; left > 0; left -= 1) await data.undoLastMigration();
      for (let count = before; count < all.length; count += steps) {
        const upgrade = await withMigrations(database.url, count + steps);
        await upgrade.runMigrations({ transaction: 'each' });
        await upgrade.destroy();
      }
      expect(await whole(data)).toEqual(fresh);
    }
  });

  it('are found wherever they stand, each with its number, in one order', async () => {
    const found = await findMigrations();
    const numbers = found.map((Migration) => new Migration().name.slice(-13));
    expect(numbers).toEqual(numbers.toSorted());
    expect(new Set(numbers).size).toBe(found.length);
    expect(found.map((Migration) => new Migration().name)).toEqual(found.map(({ name }) => name));
    const files = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /migrations\/\d{13}-.+\.ts$/.test(file),
    );
    expect(files).toHaveLength(found.length);
  });

  it('stand beside the room that they change, unless they are older than rooms or change several', () => {
    const here = readdirSync(path.join(libs, 'platform/database/migrations'));
    expect(here.filter((file) => Number(/^17\d{8}(\d{3})-/.exec(file)?.[1]) > 200)).toEqual(OF_SEVERAL_ROOMS);
  });
});
