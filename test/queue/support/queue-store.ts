import { Redis } from 'ioredis';
import { withClient } from '../../support/run-databases';
import { givenRedis } from '../../support/given-redis';

/** Where the queues of one test file are kept: a database of Redis, or the schema that BullMQ has in PostgreSQL. */
export interface QueueStore {
  /** The settings by which QueueBackend finds it. */
  readonly settings: { readonly DATABASE_URL: string; readonly REDIS_URL?: string };
  /** Loses everything, as a Redis without its file after a crash. */
  empty(): Promise<void>;
}

/** Redis has 16 databases; jest runs each file in one of its workers, and each worker has its own. */
const REDIS_DATABASES = 16;

/** An empty store on the backend that the environment asks for. */
export async function emptyQueueStore(databaseUrl: string): Promise<QueueStore> {
  const redis = givenRedis();
  const store = redis === undefined ? inPostgres(databaseUrl) : inRedis(databaseUrl, redis);
  await store.empty();
  return store;
}

function inRedis(DATABASE_URL: string, server: string): QueueStore {
  const url = new URL(server);
  url.pathname = `/${Number(process.env['JEST_WORKER_ID']) % REDIS_DATABASES}`;
  const empty = async () => {
    const client = new Redis(url.href);
    await client.flushdb();
    await client.quit();
  };
  return { settings: { DATABASE_URL, REDIS_URL: url.href }, empty };
}

function inPostgres(DATABASE_URL: string): QueueStore {
  const empty = () =>
    withClient(DATABASE_URL, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
      );
      await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`);
    });
  return { settings: { DATABASE_URL }, empty };
}
