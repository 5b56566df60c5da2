import 'reflect-metadata';
import { readEnvironment, SystemClock } from '@thongvon/platform';
import { startWorker } from './start-worker';

async function main(): Promise<void> {
  const environment = readEnvironment();
  const clock = new SystemClock(environment.NOW === undefined ? undefined : new Date(environment.NOW));
  const worker = await startWorker(environment, clock);
  process.stdout.write('the worker is running\n');
  const stop = (): void => {
    worker.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
