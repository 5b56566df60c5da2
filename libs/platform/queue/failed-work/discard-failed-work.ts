import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../../audit/audit';
import { Outbox } from '../../outbox/outbox';
import { JobHandlers } from '../job-handlers';
import { ListFailedWork, type FailedWork } from './list-failed-work';
import { QueueFailures } from './queue-failures';
import type { DealtWith } from './retry-failed-work';

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
