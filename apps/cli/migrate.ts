import 'reflect-metadata';
import { databaseUrl, migrate, readEnvironment } from '@thongvon/platform';

/** `node dist/apps/cli/migrate.js`: brings the database of DATABASE_URL to this version, then ends. */
async function main(): Promise<void> {
  const ran = await migrate(databaseUrl(readEnvironment()));
  process.stdout.write(ran.length === 0 ? 'the database is up to date\n' : `migrated: ${ran.join(', ')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
