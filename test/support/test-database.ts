import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { databasePrefix, onServer, withClient } from './run-databases';
import { prepareTemplate } from './template';
import { currentTestRun } from './test-run';
import { serverUrl } from './test-server';

/** A database of one test file's own, with the system's tables and no rows. */
export interface TestDatabase {
  readonly url: string;
  /** Deletes it, ending any session that is still open. */
  readonly drop: () => Promise<void>;
}

/**
 * Clones the run's template, which takes some 20 ms; the run's first caller makes the template. As files: through its log,
 * PostgreSQL would write each page twice. Call it in `beforeAll`.
 * With `original` it clones that database, to which nobody may be connected.
 */
export async function createTestDatabase(original?: TestDatabase): Promise<TestDatabase> {
  const server = await serverUrl();
  const prefix = databasePrefix(currentTestRun().tag);
  const template = original ? new URL(original.url).pathname.slice(1) : `${prefix}template`;
  const name = `${prefix}${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    if (!original) await ensureTemplate(client, { server, template });
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  });
  const drop = () =>
    withClient(server, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  return { url: onServer(server, name), drop };
}

/** A half-made template never bears the name: it is made under another and renamed, one worker at a time. */
async function ensureTemplate(
  client: Client,
  { server, template }: { server: string; template: string },
): Promise<void> {
  const made = async () =>
    (await client.query('SELECT FROM pg_database WHERE datname = $1', [template])).rowCount === 1;
  if (await made()) return;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  try {
    if (await made()) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished}`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await prepareTemplate(onServer(server, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  }
}
