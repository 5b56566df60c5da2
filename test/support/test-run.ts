import path from 'node:path';
import { tmpdir } from 'node:os';
import { isRunning, processTag } from '@thongvon/local-postgres';

const PREFIX = 'thongvon-test-';

/**
 * One run of jest. Several may go on at once on one machine; each has its own tag, and so its own folder and databases.
 * jest's workers know their run by the variable THONGVON_TEST_RUN, which the global setup sets.
 */
export interface TestRun {
  readonly tag: string;
  /** Where the run's database server lives, if it starts one. */
  readonly folder: string;
  /** Where the workers ask for the server. A short path, and outside the repository, so that root's tests work as well. */
  readonly socket: string;
}

/** The run that this process, jest's own, begins. */
export function beginTestRun(): TestRun {
  const tag = processTag();
  if (tag === undefined) throw new Error('this process has no tag');
  process.env['THONGVON_TEST_RUN'] = tag;
  return testRun(tag);
}

/** The run that this worker belongs to. */
export function currentTestRun(): TestRun {
  const tag = process.env['THONGVON_TEST_RUN'];
  if (tag === undefined) throw new Error('no test run: test/support/global-setup.ts has not been run');
  return testRun(tag);
}

/** The run a folder in the temporary folder was left by, if jest was killed before it could clear up. */
export function abandonedRun(folderName: string): TestRun | undefined {
  if (!folderName.startsWith(PREFIX)) return undefined;
  const tag = folderName.slice(PREFIX.length);
  return isRunning(tag) ? undefined : testRun(tag);
}

/**
 * TEST_DATABASE_URL names a PostgreSQL server to use instead of starting one: `postgres://user:password@host/postgres`,
 * where the user may create databases.
 */
export function givenServer(): string | undefined {
  const url = process.env['TEST_DATABASE_URL'];
  return url === '' ? undefined : url;
}

function testRun(tag: string): TestRun {
  const folder = path.join(tmpdir(), `${PREFIX}${tag}`);
  return { tag, folder, socket: path.join(folder, 'ask') };
}
