import { databaseOf } from '../../support/program';
import { withClient } from '../../support/run-databases';

const ADDRESS = 'THONGVON_BROWSER_TEST_URL';
const FOLDER = 'THONGVON_BROWSER_TEST_DATA';

/** The password of every demo account of the run. */
export const PASSWORD = 'xem-thu-2023';

/** The global set-up says here where the system runs, and in which folder. */
export function shareSystem(url: string, folder: string): void {
  process.env[ADDRESS] = url;
  process.env[FOLDER] = folder;
}

/** Where the run's system answers. */
export function systemUrl(): string {
  const url = process.env[ADDRESS];
  if (url === undefined) throw new Error('no system: run npm run test:browser');
  return url;
}

/** Changes the system's database behind its back, as a mishap would. */
export async function inDatabase(...statements: [sql: string, values: unknown[]][]): Promise<void> {
  const { url } = await databaseOf(process.env[FOLDER] ?? '');
  await withClient(url, async (client) => {
    for (const [sql, values] of statements) await client.query(sql, values);
  });
}

/** Does some work while a transaction of the system's database holds what `sql` locks. */
export async function whileLocked(sql: string, work: () => Promise<void>): Promise<void> {
  const { url } = await databaseOf(process.env[FOLDER] ?? '');
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query(sql);
    await work();
    await client.query('ROLLBACK');
  });
}
