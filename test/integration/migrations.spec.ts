import type { DataSource } from 'typeorm';
import { connect, migrate, ROOMS } from '@thongvon/platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('the migrations', () => {
  let database: TestDatabase;
  let data: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    data = await connect(database.url, 2);
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
        [['public', ...Object.keys(ROOMS)]],
      );
    const before = await tables();
    while ((await data.query<object[]>('SELECT FROM schema_migration')).length > 0)
      await data.undoLastMigration();
    expect(await tables()).toHaveLength(3);
    await migrate(database.url);
    expect(await tables()).toEqual(before);
  });
});
