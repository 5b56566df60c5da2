import 'reflect-metadata';
import { migrate, readEnvironment } from '@thongvon/platform';

/** `node dist/apps/cli/migrate.js`: brings the database of DATABASE_URL to this version, then ends. */
async function main(): Promise<void> {
  const { DATABASE_URL } = readEnvironment();
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is missing');
  const ran = await migrate(DATABASE_URL);
  process.stdout.write(ran.length === 0 ? 'the database is up to date\n' : `migrated: ${ran.join(', ')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
