import '@thongvon/capital';
import '@thongvon/capital';
import '@thongvon/land-clearance';
import '@thongvon/organizations';
import '@thongvon/projects';
import '@thongvon/returns';
import { DataSource } from 'typeorm';
import { dataSourceOptions, loadedEntities, migrate, ROOMS } from '@thongvon/platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

/** Indexes, keys and checks are the migrations' affair alone; entities describe columns. */
const NOT_OF_ENTITIES = /^(?:DROP INDEX|ALTER TABLE "\w+"(?:\."\w+")? (?:DROP|ADD) CONSTRAINT|COMMENT ON)/;

describe('the migrations', () => {
  let database: TestDatabase;
  let data: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    const entities = loadedEntities();
    data = await new DataSource({ ...dataSourceOptions(database.url, 2), entities }).initialize();
  });
  afterAll(async () => {
    await data.destroy();
    await database.drop();
  });

  it('agree with the entities: TypeORM would change no table and no column', async () => {
    const { upQueries } = await data.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).filter((query) => !NOT_OF_ENTITIES.test(query))).toEqual([]);
    expect(data.entityMetadatas.length).toBeGreaterThanOrEqual(5);
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
