import { type Entries, entryDecorator } from '../registry/registry';
import { JOB_NAMES, type JobName } from './catalogue';

export interface JobHandler {
  /** Does the work for one subject; safe to run twice. */
  handle(subject: string): Promise<void>;
  /** Leaves the subject in a right state when the work failed at the last attempt. */
  giveUp?(subject: string): Promise<void>;
  /** The process is to stop, and waits for what runs: ends early what may as well be done later. */
  endEarly?(): void;
}

/** On the class of a provider: it handles the job of this name, in every process that imports its module and works on queues. */
export const HandlesJob = entryDecorator<JobHandler, JobName>('job', JOB_NAMES);

/** The handlers of jobs that this process knows. */
export class JobHandlers {
  constructor(private readonly handlers: Entries<JobName, JobHandler>) {}

  /** Tells all that the process is to stop. */
  endEarly(): void {
    for (const [, handler] of this.handlers.all) handler.endEarly?.();
  }

  /** Throws when a job of the catalogue has no handler: a worker that can't do all the work must not start. */
  assertComplete(): void {
    const missing = JOB_NAMES.filter((job) => !this.handlers.get(job));
    if (missing.length > 0) throw new Error(`no handler for: ${missing.join(', ')}`);
  }

  /** Throws when nobody handles it. */
  handlerOf(job: JobName): JobHandler {
    const handler = this.handlers.get(job);
    if (!handler) throw new Error(`no handler for: ${job}`);
    return handler;
  }
}
