import path from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { parsePlainDate, type PlainDate } from '@thongvon/kernel';
import { claimFolder, runningLocalPostgres, startLocalPostgres } from '@thongvon/local-postgres';
import {
  assertMigrated,
  type Environment,
  migrate,
  readEnvironment,
  type SystemClock,
} from '@thongvon/platform';
import { runCommand, say } from '../command-line';
import { businessClock } from '../running-system';
import { loadDemo } from '../demo/load-demo';
import { messages, writeLetters } from './write-letters';

/** Of the compiled program, dist/apps/standalone/weekly-digest, as of the source: the folder that holds demo/. */
const ROOT = path.resolve(__dirname, '..', '..', '..', '..');

/**
 * Completes the settings with the system's database, and gives `work` its clock. The database is that of DATABASE_URL or of a
 * running `npm start` as it is; else that of DATA_DIR, started for as long as the work takes and loaded as `npm start` would.
 */
async function withSystem<T>(environment: Environment, work: (clock: SystemClock) => Promise<T>): Promise<T> {
  const running = environment.DATABASE_URL ?? (await runningLocalPostgres(environment.DATA_DIR));
  if (running !== undefined) {
    await assertMigrated(running);
    environment.DATABASE_URL = running;
    return work(await businessClock(environment));
  }
  const claim = await claimFolder(environment.DATA_DIR);
  try {
    const database = await startLocalPostgres(claim);
    try {
      await migrate(database.url);
      environment.DATABASE_URL = database.url;
      const clock = await businessClock(environment);
      if (environment.DEMO_DATA !== 'none') await loadDemo(environment, clock, ROOT);
      return await work(clock);
    } finally {
      await database.close();
    }
  } finally {
    await claim.release();
  }
}

const OPTIONS = { week: { type: 'string' }, out: { type: 'string' } } as const;

/** Undefined when they can't be understood. */
function request(): { week: PlainDate | null; folder: string } | undefined {
  try {
    const { week, out } = parseArgs({ options: OPTIONS }).values;
    const date = week === undefined ? null : parsePlainDate(week);
    return out === undefined || out === '' || date === undefined ? undefined : { week: date, folder: out };
  } catch {
    return undefined;
  }
}

/** `npm run -s weekly-digest`: what each recipient would get of a week, as files. Returns the exit code. */
async function main(): Promise<number> {
  const wanted = request();
  if (!wanted) {
    say(messages.usage(), process.stderr);
    return 2;
  }
  const environment = readEnvironment();
  const { week, count } = await withSystem(environment, (clock) => writeLetters(environment, clock, wanted));
  say(count === 0 ? messages.nobody(week) : messages.written(week, count, wanted.folder));
  return 0;
}

runCommand(main, messages.failed);
