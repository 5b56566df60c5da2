import { DataSource } from 'typeorm';
import { dataSourceOptions, findMigrations } from '@thongvon/platform';

/** A connection that knows the first `count` migrations and can run and undo them: what serves people knows none. */
export async function withMigrations(url: string, count = Infinity): Promise<DataSource> {
  const migrations = (await findMigrations()).slice(0, count);
  return new DataSource({ ...dataSourceOptions(url, 2), migrations }).initialize();
}

/** Undoes what migration 200 did, and all after it, in the database that `data` is connected to. */
export async function undoRooms({ options }: DataSource): Promise<void> {
  const undoing = await withMigrations(String(Reflect.get(options, 'url')));
  const later = await undoing.query<object[]>(
    `SELECT FROM schema_migration WHERE id >= (SELECT id FROM schema_migration WHERE name LIKE 'Rooms%')`,
  );
  for (let left = later.length; left > 0; left -= 1) await undoing.undoLastMigration();
  await undoing.destroy();
}
