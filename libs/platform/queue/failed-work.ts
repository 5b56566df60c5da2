import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FailedJobState } from '@thongvon/api-contract';
import { Audit } from '../audit/audit';
import { Outbox, WORK_CHANNEL } from '../outbox/outbox';
import { SystemClock } from '../time/system-clock';
import { type Failure, QueueFailures } from './queue-failures';
import { JobHandlers } from './jobs';

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
