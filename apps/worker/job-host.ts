import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import {
  QUEUE_NAMES,
  type JobHandlers,
  type JobData,
  type JobName,
  type JobWorker,
  type QueueBackend,
} from '@thongvon/platform';

/** Runs one BullMQ worker per queue and hands each job to the context that registered for it. */
export class JobHost {
  private readonly logger = new Logger(JobHost.name);
  private workers: JobWorker[] = [];

  constructor(
    private readonly backend: QueueBackend,
    private readonly handlers: JobHandlers,
  ) {}

  async start(): Promise<void> {
    this.handlers.assertComplete();
    this.workers = QUEUE_NAMES.map((name) => {
      const worker = this.backend.worker(name, (job) => this.run(job));
      worker.on('error', (error) => this.logger.error(`queue ${name}: ${error.message}`));
      return worker;
    });
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no new jobs and waits for those that run. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async run(job: Job<JobData, unknown, JobName>): Promise<void> {
    const handler = this.handlers.handlerOf(job.name);
    const { subject } = job.data;
    try {
      await handler.run(subject);
    } catch (error) {
      this.logger.error(
        `${job.name} ${subject}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      if (last) await handler.giveUp?.(subject);
      throw error;
    }
  }
}
