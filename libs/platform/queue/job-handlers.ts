import { Injectable } from '@nestjs/common';
import { JOB_NAMES, type JobName } from './catalogue';

/** Does the work for one subject; safe to run twice. */
export type JobHandler = (subject: string) => Promise<void>;

/** Where each context registers the handlers of its jobs at start. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobName, JobHandler>();

  register(job: JobName, handler: JobHandler): void {
    this.handlers.set(job, handler);
  }

  /** Throws when a job of the catalogue has no handler: a worker that can't do all the work must not start. */
  assertComplete(): void {
    const missing = JOB_NAMES.filter((job) => !this.handlers.has(job));
    if (missing.length > 0) throw new Error(`no handler for: ${missing.join(', ')}`);
  }

  async run(job: JobName, subject: string): Promise<void> {
    const handler = this.handlers.get(job);
    if (!handler) throw new Error(`no handler for: ${job}`);
    await handler(subject);
  }
}
