import 'reflect-metadata';
import { partitionByPlanYear } from '@thongvon/capital';
import { connect, databaseUrl, readEnvironment } from '@thongvon/platform';

/**
 * `node dist/apps/cli/partition.js`: keeps the large derived tables of DATABASE_URL in a partition for each plan year, then ends. Safe to
 * repeat, as once a year; answers wait while it runs (docs/capacity.md).
 */
async function main(): Promise<void> {
  const data = await connect(databaseUrl(readEnvironment()), 1);
  try {
    const made = await data.transaction((manager) => partitionByPlanYear(manager));
    process.stdout.write(
      made.length === 0 ? 'each plan year has its partitions\n' : `made: ${made.join(', ')}\n`,
    );
  } finally {
    await data.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
