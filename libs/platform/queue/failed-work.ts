import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FailedJobState } from '@thongvon/api-contract';
import { groupBy } from '@thongvon/kernel';
import { Audit } from '../audit/audit';
import { Outbox, WORK_CHANNEL } from '../outbox/outbox';
import { Problem } from '../problems/problem';
import { SystemClock } from '../time/system-clock';
import { type JobQueue, QueueBackend } from './backend';
import { JobHandlers, type JobName, JOBS, QUEUE_NAMES, type QueueName } from './jobs';

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

interface Intent {
  readonly id: string;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
  readonly relayAfter: Date;
  readonly relays: number;
}

/** Work that failed, with what became of it since. */
export interface FailedWork extends Failure {
  readonly state: FailedJobState;
  readonly askedAt: Date | null;
  readonly nextAt: Date | null;
}

/**
 * Work whose job failed at its last attempt. The queue says what failed and why; the wish in the database says
 * whether it is still wanted (docs/adr/0075).
 */
@Injectable()
export class ListFailedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly failures: QueueFailures,
  ) {}

  /** The latest failure first. Throws QUEUE-UNREACHABLE. */
  async all(): Promise<FailedWork[]> {
    return withState(this.dataSource.manager, await this.failures.all());
  }
}

async function withState(manager: EntityManager, failures: readonly Failure[]): Promise<FailedWork[]> {
  const rows = await manager.query<Intent[]>(
    `SELECT id, created_at AS "askedAt", done_at AS "doneAt", relay_after AS "relayAfter", relays
     FROM platform.work_intent WHERE id = ANY($1::bigint[])`,
    [failures.map(({ intent }) => intent)],
  );
  const intents = new Map(rows.map((row) => [row.id, row]));
  return failures.map((failure) => {
    const intent = intents.get(failure.intent);
    const state = stateOf(failure, intent);
    return {
      ...failure,
      state,
      askedAt: intent?.askedAt ?? null,
      nextAt: state === 'waiting' && intent ? intent.relayAfter : null,
    };
  });
}

/** Giving up ends the wish before the job fails; a later job ends it afterwards. */
function stateOf({ lastNth, failedAt }: Failure, intent: Intent | undefined): FailedJobState {
  if (intent === undefined) return 'done';
  if (intent.doneAt !== null) return intent.doneAt <= failedAt ? 'given-up' : 'done';
  return intent.relays - 1 > lastNth ? 'running' : 'waiting';
}

/** Which of those that were named could be dealt with, and which could not as they stand. */
export interface DealtWith {
  readonly done: readonly string[];
  readonly left: readonly string[];
}

/** An administrator has failed work handed over again now, rather than at its time: the cause is mended. */
@Injectable()
export class RetryFailedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly listing: ListFailedWork,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Only what waits can be: what was given up or done is nobody's wish any more. Throws QUEUE-UNREACHABLE. */
  async retry(actorId: string, ids: readonly string[]): Promise<DealtWith> {
    const named = new Set(ids);
    const done: string[] = [];
    for (const work of await this.listing.all()) {
      if (!named.has(work.intent) || work.state !== 'waiting') continue;
      if (await this.dataSource.transaction((manager) => this.handOver(manager, actorId, work)))
        done.push(work.intent);
    }
    return { done, left: ids.filter((id) => !done.includes(id)) };
  }

  private async handOver(
    manager: EntityManager,
    actorId: string,
    { intent, job, subject }: FailedWork,
  ): Promise<boolean> {
    const [rows] = await manager.query<[object[], number]>(
      `UPDATE platform.work_intent SET relay_after = $2 WHERE id = $1 AND done_at IS NULL RETURNING id`,
      [intent, this.clock.realNow()],
    );
    if (rows.length === 0) return false;
    await manager.query(`SELECT pg_notify($1, '')`, [WORK_CHANNEL]);
    await this.audit.record(manager, actorId, 'job.retry', `job:${intent}`, { job, of: subject });
    return true;
  }
}

/** An administrator ends failed work that nobody needs any more: it isn't tried again and leaves the list. */
@Injectable()
export class DiscardFailedWork {
  private readonly logger = new Logger(DiscardFailedWork.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly listing: ListFailedWork,
    private readonly failures: QueueFailures,
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** What runs again just now is left alone. Throws QUEUE-UNREACHABLE. */
  async discard(actorId: string, ids: readonly string[], reason: string): Promise<DealtWith> {
    const named = new Set(ids);
    const ended: FailedWork[] = [];
    for (const work of await this.listing.all())
      if (named.has(work.intent) && work.state !== 'running' && (await this.end(actorId, work, reason)))
        ended.push(work);
    await this.failures.forget(ended);
    const done = ended.map(({ intent }) => intent);
    return { done, left: ids.filter((id) => !done.includes(id)) };
  }

  /** What is still wanted is given up first, so that its thing is left in a right state. */
  private async end(actorId: string, { intent, job, subject, state }: FailedWork, reason: string) {
    try {
      if (state === 'waiting') await this.handlers.handlerOf(job).giveUp?.(subject);
    } catch (error) {
      this.logger.error(`${job} ${subject} could not be given up: ${String(error)}`);
      return false;
    }
    await this.dataSource.transaction(async (manager) => {
      if (state === 'waiting') await this.outbox.done(manager, job, subject);
      await this.audit.record(manager, actorId, 'job.discard', `job:${intent}`, { job, of: subject, reason });
    });
    return true;
  }
}
