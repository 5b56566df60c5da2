import { Injectable } from '@nestjs/common';
import { JOB_NAMES, type JobName } from './catalogue';

export interface JobHandler {
  /** Does the work for one subject; safe to run twice. */
  run(subject: string): Promise<void>;
  /** Leaves the subject in a right state when the work failed at the last attempt. */
  giveUp?(subject: string): Promise<void>;
  /** The process is to stop, and waits for what runs: ends early what may as well be done later. */
  endEarly?(): void;
}

/** Where each context registers the handlers of its jobs at start. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobName, JobHandler>();

  register(job: JobName, handler: JobHandler): void {
    this.handlers.set(job, handler);
  }

  /** Tells all that the process is to stop. */
  endEarly(): void {
    for (const handler of this.handlers.values()) handler.endEarly?.();
  }

  /** Throws when a job of the catalogue has no handler: a worker that can't do all the work must not start. */
  assertComplete(): void {
    const missing = JOB_NAMES.filter((job) => !this.handlers.has(job));
    if (missing.length > 0) throw new Error(`no handler for: ${missing.join(', ')}`);
  }

  handlerOf(job: JobName): JobHandler {
    const handler = this.handlers.get(job);
    if (!handler) throw new Error(`no handler for: ${job}`);
    return handler;
  }
}
