import { type Entries, entryDecorator } from '../registry/registry';

/**
 * Every job of the system, with the queue that runs it and the kind of thing that it is about. A job carries one id,
 * re-reads state, and is safe to run twice. Named here and nowhere else; a worker refuses to start when a job has no
 * handler.
 */
export const JOBS = {
  /** Reads the workbook of a received return. */
  'read-return': { queue: 'reading', subject: 'return' },
  /** Recomputes what a return touches, after its approval or the end of its effect. */
  'recompute-positions': { queue: 'figures', subject: 'return' },
  /** Stores how all projects stand, once, where an upgrade found figures. */
  'store-standings': { queue: 'figures', subject: 'job' },
  /** Stores the sums of an office that is too large to be summed with each approval. */
  'store-sums': { queue: 'figures', subject: 'job' },
  /** Finds which organisations the units of blockers are, once, where an upgrade found blockers. */
  'match-units': { queue: 'figures', subject: 'job' },
  /** Looks at a frozen week with the rules of alerts. */
  'evaluate-alerts': { queue: 'alerts', subject: 'snapshot' },
  /** Writes the letters of a frozen week. */
  'send-digest': { queue: 'digests', subject: 'snapshot' },
  /** Makes one attempt to deliver a mail. */
  'deliver-mail': { queue: 'mails', subject: 'mail' },
} as const;

export type JobName = keyof typeof JOBS;
export type QueueName = (typeof JOBS)[JobName]['queue'];

export interface QueueSettings {
  /** Jobs at a time in one worker process. */
  readonly concurrency: number;
  /** Runs before a job is given up. One that ended with the death of its worker counts as well. */
  readonly attempts: number;
  /** First delay before another attempt; doubles each time. Milliseconds. */
  readonly backoff: number;
  /** A job whose worker has been silent for this long is given to another, within half as long again. Milliseconds. */
  readonly lockDuration: number;
}

export const QUEUES: Record<QueueName, QueueSettings> = {
  // Seven seconds from the first attempt to the last: longer than a restart of the database takes.
  reading: { concurrency: 2, attempts: 4, backoff: 1000, lockDuration: 30_000 },
  // Servers that are away for longer are the mail's own affair: a job is one attempt.
  mails: { concurrency: 2, attempts: 4, backoff: 1000, lockDuration: 30_000 },
  figures: { concurrency: 1, attempts: 5, backoff: 250, lockDuration: 30_000 },
  // One week after another.
  alerts: { concurrency: 1, attempts: 5, backoff: 1000, lockDuration: 60_000 },
  digests: { concurrency: 1, attempts: 5, backoff: 1000, lockDuration: 60_000 },
};

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** What each job does, in words. */
export const JOB_WORDS: Readonly<Record<JobName, { readonly vi: string; readonly en: string }>> = {
  'read-return': { vi: 'đọc bảng tính', en: 'reading a workbook' },
  'recompute-positions': { vi: 'tính lại số liệu', en: 'recomputing figures' },
  'store-standings': { vi: 'tính lại số tổng hợp của mọi dự án', en: 'storing how all projects stand' },
  'store-sums': {
    vi: 'cộng lại số liệu của đơn vị có nhiều dự án',
    en: 'storing the sums of a large office',
  },
  'match-units': {
    vi: 'gắn đơn vị chủ trì của vướng mắc với danh mục đơn vị',
    en: 'matching units of blockers with organisations',
  },
  'evaluate-alerts': { vi: 'xét cảnh báo của tuần', en: 'looking at a week with the alert rules' },
  'send-digest': { vi: 'viết thư tuần', en: 'writing the letters of a week' },
  'deliver-mail': { vi: 'gửi thư', en: 'delivering a mail' },
};

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
