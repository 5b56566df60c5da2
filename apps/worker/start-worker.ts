import { NestFactory } from '@nestjs/core';
import {
  assertMigrated,
  databaseUrl,
  DueWork,
  JobHandlers,
  QueueBackend,
  Relay,
  type Environment,
  type SystemClock,
} from '@thongvon/platform';
import { ReadingProcesses } from '@thongvon/returns';
import { JobHost } from './job-host';
import { WorkerModule } from './worker.module';

export interface RunningWorker {
  close(): Promise<void>;
}

/** Starts the queues' workers and the relay of the outbox. Throws when the database isn't migrated. */
export async function startWorker(environment: Environment, clock: SystemClock): Promise<RunningWorker> {
  await assertMigrated(databaseUrl(environment));
  const app = await NestFactory.createApplicationContext(WorkerModule.with(environment, clock), {
    logger: ['error', 'warn'],
  });
  const host = new JobHost(app.get(QueueBackend), app.get(JobHandlers));
  app.get(ReadingProcesses).warmUp();
  await host.start();
  await app.get(Relay).start();
  await app.get(DueWork).start();
  return {
    // Jobs end before the connections that they use.
    close: async () => {
      await host.stop();
      await app.close();
    },
  };
}
