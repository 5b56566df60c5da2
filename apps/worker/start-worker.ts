import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { AlertsModule } from '@thongvon/alerts';
import { CapitalModule } from '@thongvon/capital';
import { DigestModule } from '@thongvon/digest';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import {
  assertMigrated,
  databaseUrl,
  DueWork,
  type Environment,
  type JobData,
  JobHandlers,
  type JobName,
  type JobWorker,
  PlatformModule,
  QUEUE_NAMES,
  QueueBackend,
  Relay,
  type SystemClock,
} from '@thongvon/platform';
import { ReportingDutiesModule } from '@thongvon/reporting-duties';
import { ReadingProcesses, ReturnsModule } from '@thongvon/returns';
import { SnapshotsModule } from '@thongvon/snapshots';

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

/** How long a stopping worker lets the queue's server take note of its last jobs. Milliseconds. */
const PATIENCE = 5000;

/** Runs one BullMQ worker per queue and hands each job to the provider that handles it. */
export class JobHost {
  private readonly logger = new Logger(JobHost.name);
  private workers: JobWorker[] = [];
  private readonly atHand = new Set<Promise<void>>();

  constructor(
    private readonly backend: QueueBackend,
    private readonly handlers: JobHandlers,
  ) {}

  async start(): Promise<void> {
    this.handlers.assertComplete();
    this.workers = QUEUE_NAMES.map((name) => {
      const worker = this.backend.worker(name, (job) => this.take(job));
      worker.on('error', (error) => this.logger.error(`queue ${name}: ${error.message}`));
      return worker;
    });
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /**
   * Takes no new jobs and waits for those that run, however long they take. Then the queue is informed, but not waited for
   * if its server is gone: what it was not informed of is run again, by whoever comes next.
   */
  async stop(): Promise<void> {
    this.handlers.endEarly();
    const reported = new AbortController();
    const closed = Promise.all(this.workers.map((worker) => worker.close())).finally(() => reported.abort());
    await Promise.all([closed, this.hangUp(reported.signal)]);
  }

  /** Ends connections by which the queue could not be informed in time. */
  private async hangUp(reported: AbortSignal): Promise<void> {
    while (this.atHand.size > 0) await Promise.allSettled(this.atHand);
    await wait(PATIENCE, undefined, { signal: reported }).catch(() => undefined);
    if (!reported.aborted) await Promise.allSettled(this.workers.map((worker) => worker.disconnect()));
  }

  private async take(job: Job<JobData, unknown, JobName>): Promise<void> {
    const running = this.run(job);
    this.atHand.add(running);
    await running.finally(() => this.atHand.delete(running));
  }

  /** A worker that died with the job was an attempt too, else a job that kills workers would go round for ever. */
  private async run(job: Job<JobData, unknown, JobName>): Promise<void> {
    const handler = this.handlers.handlerOf(job.name);
    const { subject } = job.data;
    const attempts = job.opts.attempts ?? 1;
    const earlier = job.attemptsMade + job.stalledCounter;
    try {
      if (earlier >= attempts) throw new Error('the workers that took it have died');
      await handler.handle(subject);
    } catch (error) {
      this.logger.error(
        `${job.name} ${subject}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (earlier + 1 < attempts) throw error;
      await handler.giveUp?.(subject);
      throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
    }
  }
}

/** What a worker process is made of: the contexts that have jobs or kinds of return. */
@Module({})
export class WorkerModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with(environment, clock),
        ReturnsModule,
        CapitalModule,
        BlockersModule,
        LandClearanceModule,
        SnapshotsModule,
        AlertsModule,
        DigestModule,
        ReportingDutiesModule,
      ],
    };
  }
}
