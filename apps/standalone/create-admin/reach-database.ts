import { claimFolder, runningLocalPostgres, startLocalPostgres } from '@thongvon/local-postgres';
import { assertMigrated, migrate, type Environment } from '@thongvon/platform';

type Settings = Pick<Environment, 'DATABASE_URL' | 'DATA_DIR'>;

/**
 * Gives `work` the address of the system's database: DATABASE_URL, else the one that a running `npm start` has in
 * DATA_DIR, else one started for as long as the work takes.
 */
export async function withDatabase<T>(
  { DATABASE_URL, DATA_DIR }: Settings,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const running = DATABASE_URL ?? (await runningLocalPostgres(DATA_DIR));
  if (running !== undefined) {
    await assertMigrated(running);
    return work(running);
  }
  const claim = await claimFolder(DATA_DIR);
  try {
    const database = await startLocalPostgres(claim);
    try {
      await migrate(database.url);
      return await work(database.url);
    } finally {
      await database.close();
    }
  } finally {
    await claim.release();
  }
}
