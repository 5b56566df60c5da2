import { Client } from 'pg';
import { parseEnvironment } from '@thongvon/platform';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { businessClock, clockOfRunningSystem, RECORDED } from './running-system';

/** They say that they go by the real clock. */
const BY_THE_REAL_CLOCK = ['audit.audit_entry', 'digest.digest_recipient'];

describe("the demo's clock", () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const now = async (): Promise<string> => {
    const environment = parseEnvironment({ DATABASE_URL: database.url });
    return (await businessClock(environment)).now().toISOString().slice(0, 16);
  };

  it('begins on its Friday morning', async () => {
    expect(await now()).toBe('2023-06-23T01:00');
  });

  it('begins on the Friday of the province where that is asked for', async () => {
    const environment = parseEnvironment({ DATABASE_URL: database.url, DEMO_DATA: 'province' });
    expect((await businessClock(environment)).now().toISOString().slice(0, 16)).toBe('2026-11-20T01:00');
  });

  it('begins no earlier than what was recorded in an earlier run: else that would not be known yet', async () => {
    // Who recorded it doesn't matter here.
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO returns.reading_word_entry (version, kind, meaning, phrase, reason, actor_id, recorded_at)
       VALUES (1, 'unit', 'million-dong', 'trđ', 'thử', gen_random_uuid(), '2023-06-23T09:30:00+07:00')`,
    );
    expect(await now()).toBe('2023-06-23T02:30');
  });

  it('is that of commands beside it as well, once the database holds the demo', async () => {
    const environment = parseEnvironment({ DATABASE_URL: database.url });
    const year = async (): Promise<number> => (await clockOfRunningSystem(environment)).now().getFullYear();
    expect(await year()).toBe(new Date().getFullYear());
    await client.query(
      `INSERT INTO audit.audit_entry (at, action, subject) VALUES (now(), 'demo.load', 'demo:returns')`,
    );
    expect(await year()).toBe(2023);
  });

  it('stays that of the demo that the database holds, whichever is asked for', async () => {
    const environment = parseEnvironment({ DATABASE_URL: database.url, DEMO_DATA: 'province' });
    expect((await businessClock(environment)).now().getFullYear()).toBe(2023);
  });

  it('heeds every table that says when something was recorded', async () => {
    const { rows } = await client.query<{ table_name: string }>(
      `SELECT table_schema || '.' || table_name AS table_name FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND table_type = 'BASE TABLE' AND column_name IN ('at', 'recorded_at')
         AND data_type = 'timestamp with time zone'`,
    );
    const known = [...RECORDED.at, ...RECORDED.recorded_at, ...BY_THE_REAL_CLOCK];
    expect(rows.map((row) => row.table_name).sort()).toEqual(known.sort());
  });
});
