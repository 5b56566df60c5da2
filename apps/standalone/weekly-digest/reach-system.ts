import path from 'node:path';
import { claimFolder, runningLocalPostgres, startLocalPostgres } from '@thongvon/local-postgres';
import { assertMigrated, migrate, type Environment, type SystemClock } from '@thongvon/platform';
import { businessClock } from '../business-clock';
import { loadDemo } from '../demo/load-demo';

/** Of the compiled program, dist/apps/standalone/weekly-digest, as of the source: the folder that holds demo/. */
const ROOT = path.resolve(__dirname, '..', '..', '..', '..');

/**
 * Completes the settings with the system's database, and gives `work` its clock. The database is that of DATABASE_URL or of a
 * running `npm start` as it is; else that of DATA_DIR, started for as long as the work takes and loaded as `npm start` would.
 */
export async function withSystem<T>(
  environment: Environment,
  work: (clock: SystemClock) => Promise<T>,
): Promise<T> {
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
