import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../../audit/audit';
import { WORK_CHANNEL } from '../../outbox/outbox';
import { SystemClock } from '../../time/system-clock';
import { ListFailedWork, type FailedWork } from './list-failed-work';

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
