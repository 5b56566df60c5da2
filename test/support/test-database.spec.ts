import { createTestDatabase, type TestDatabase } from './test-database';
import { withClient } from './run-databases';

describe('a test database', () => {
  const databases: TestDatabase[] = [];
  const create = async () => {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  };

  afterAll(async () => {
    await Promise.all(databases.map((database) => database.drop()));
  });

  it('has the tables of the system', async () => {
    const { url } = await create();
    await withClient(url, async (client) => {
      const { rowCount } = await client.query('SELECT FROM schema_migration');
      expect(rowCount).toBeGreaterThan(0);
    });
  });

  it('is not seen by another one', async () => {
    const [one, other] = await Promise.all([create(), create()]);
    await withClient(one.url, async (client) => {
      await client.query('CREATE TABLE only_here (x int)');
    });
    await withClient(other.url, async (client) => {
      await expect(client.query('SELECT FROM only_here')).rejects.toThrow('does not exist');
    });
  });

  it('sorts and changes case the same on every machine', async () => {
    const { url } = await create();
    await withClient(url, async (client) => {
      const { rows } = await client.query("SELECT lower('ĐƯỜNG ĐẤU NỐI') AS lower, 'Z' < 'a' AS by_code");
      expect(rows).toEqual([{ lower: 'đường đấu nối', by_code: true }]);
    });
  });

  it('can be dropped while a session is still open', async () => {
    const { url, drop } = await create();
    await withClient(url, async (client) => {
      client.on('error', () => undefined);
      await drop();
    }).catch(() => undefined);
    await expect(withClient(url, () => Promise.resolve())).rejects.toThrow('does not exist');
  });
});
