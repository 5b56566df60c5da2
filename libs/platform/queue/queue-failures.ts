import { Injectable } from '@nestjs/common';
import { groupBy } from '@thongvon/kernel';
import { Problem } from '../problems/problem';
import { type JobQueue, QueueBackend } from './backend';
import { type JobName, JOBS, QUEUE_NAMES, type QueueName } from './jobs';

/** Work that failed, as the queue tells it: all failed jobs that were made of one wish. */
export interface Failure {
  readonly intent: string;
  readonly queue: QueueName;
  readonly job: JobName;
  readonly subject: string;
  readonly jobIds: readonly string[];
  /** Which of the wish's jobs failed last, counted from 0. */
  readonly lastNth: number;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly error: string;
}

interface FailedJob {
  readonly id: string;
  readonly job: JobName;
  readonly intent: string;
  readonly subject: string;
  readonly attempts: number;
  readonly failedAt: number;
  readonly error: string;
}

/** As many as a queue keeps (backend.ts). */
const KEPT = 1000;
/** A queue's server that takes longer is away. Milliseconds. */
const PATIENCE = 5000;

/** The failed jobs that the queues keep, on either backend. Opens the queues only while it looks: few ever ask. */
@Injectable()
export class QueueFailures {
  constructor(private readonly backend: QueueBackend) {}

  /** What failed in the last week, the latest first. Throws QUEUE-UNREACHABLE. */
  async all(): Promise<Failure[]> {
    const found = await Promise.all(QUEUE_NAMES.map((name) => this.in(name, failuresOf)));
    return found.flat().sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime());
  }

  /** Has the queues forget the failed jobs of these. Throws QUEUE-UNREACHABLE. */
  async forget(failures: readonly Failure[]): Promise<void> {
    for (const [name, ofQueue] of groupBy(failures, ({ queue }) => queue))
      await this.in(name, async (queue) => {
        for (const id of ofQueue.flatMap(({ jobIds }) => jobIds)) await queue.remove(id);
      });
  }

  private async in<T>(name: QueueName, use: (queue: JobQueue) => Promise<T>): Promise<T> {
    const queue = this.backend.queue(name);
    // Said by what fails; without a listener it would end the process.
    queue.on('error', () => undefined);
    const patience = new AbortController();
    try {
      return await Promise.race([queue.waitUntilReady().then(() => use(queue)), expire(patience.signal)]);
    } finally {
      patience.abort();
      await queue.disconnect().catch(() => undefined);
    }
  }
}

async function failuresOf(queue: JobQueue): Promise<Failure[]> {
  const jobs = (await queue.getFailed(0, KEPT - 1)).flatMap((job): FailedJob[] => {
    const { id, name, data, finishedOn, attemptsMade, failedReason } = job;
    // Of a job that another version of the system knows, nothing can be said.
    if (id === undefined || !(name in JOBS)) return [];
    return [
      { id, job: name, ...data, attempts: attemptsMade, failedAt: finishedOn ?? 0, error: failedReason },
    ];
  });
  return [...groupBy(jobs, ({ intent }) => intent).values()].flatMap(toFailure);
}

function toFailure(jobs: readonly FailedJob[]): Failure[] {
  const [last] = jobs.toSorted((a, b) => b.failedAt - a.failedAt);
  if (!last) return [];
  const { intent, job, subject, failedAt, error } = last;
  return [
    {
      intent,
      queue: JOBS[job].queue,
      job,
      subject,
      jobIds: jobs.map(({ id }) => id),
      lastNth: Math.max(...jobs.map(({ id }) => Number(id.split('-').at(-1)))),
      attempts: jobs.reduce((sum, { attempts }) => sum + attempts, 0),
      failedAt: new Date(failedAt),
      error: plainFault(error),
    },
  ];
}

function expire(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(unreachable()), PATIENCE);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

function unreachable(): Problem {
  return new Problem(
    503,
    'QUEUE-UNREACHABLE',
    'Máy chủ hàng đợi không trả lời, nên chưa xem được việc nền. Việc đã nhận không mất; hãy thử lại sau vài phút.',
    "The queue's server doesn't answer, so that background work can't be looked at. Nothing is lost; try again in a few minutes.",
  );
}

/** Longer than this, an error tells no more. Characters. */
const MOST = 300;

/**
 * What may be shown of an error: its first line, without e-mail addresses, numbers as long as those of phones and
 * identity cards, and the keys and passwords of addresses.
 */
export function plainFault(message: string): string {
  const [line = ''] = message.trim().split('\n');
  return (
    line
      .replaceAll(/\/\/[^/\s@]*@/g, '//…@')
      .replaceAll(/[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/g, '…@…')
      .replaceAll(/(?<![\w-])\d(?:[ .-]?\d){8,}(?![\w-])/g, '…')
      // What it opens goes on in lines that aren't shown.
      .replace(/[\s:{([]+$/, '')
      .slice(0, MOST)
  );
}
