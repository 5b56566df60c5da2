/**
 * Every job of the system, with the queue that runs it. A job carries one id, re-reads state, and is safe to run
 * twice. Named here and nowhere else; a worker refuses to start when a job has no handler.
 */
export const JOBS = {
  /** Reads the workbook of a received return. Subject: return. */
  'read-return': { queue: 'reading' },
  /** Recomputes what a return touches, after its approval or the end of its effect. Subject: return. */
  'recompute-positions': { queue: 'figures' },
  /** Looks at a frozen week with the rules of alerts. Subject: snapshot. */
  'evaluate-alerts': { queue: 'alerts' },
  /** Writes the letters of a frozen week. Subject: snapshot. */
  'send-digest': { queue: 'digests' },
  /** Makes one attempt to deliver a mail. Subject: mail. */
  'deliver-mail': { queue: 'mails' },
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
