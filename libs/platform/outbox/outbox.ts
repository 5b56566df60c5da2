import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobName } from '../queue/catalogue';
import { SystemClock } from '../time/system-clock';

/** PostgreSQL channel on which a commit that caused work says so. */
export const WORK_CHANNEL = 'thongvon_work';

/**
 * Where a transaction writes the work it must cause. The row commits or vanishes with the transaction; the relay
 * hands it to the queue, again and again until it is done.
 */
@Injectable()
export class Outbox {
  constructor(private readonly clock: SystemClock) {}

  /** Asks for `job` on `subject` once the transaction of `manager` commits. */
  async ask(manager: EntityManager, job: JobName, subject: string): Promise<void> {
    const now = this.clock.realNow();
    await manager.query(
      `INSERT INTO platform.work_intent (job, subject, created_at, relay_after) VALUES ($1, $2, $3, $3)`,
      [job, subject, now],
    );
    await manager.query(`SELECT pg_notify($1, '')`, [WORK_CHANNEL]);
  }

  /** Leaves the wish open, to be handed over again at `until` (real clock), in the transaction that could not fulfil it yet. */
  async postpone(manager: EntityManager, job: JobName, subject: string, until: Date): Promise<void> {
    await manager.query(
      `UPDATE platform.work_intent SET relay_after = $3 WHERE job = $1 AND subject = $2 AND done_at IS NULL`,
      [job, subject, until],
    );
  }

  /**
   * Ends the wish for `job` on `subject`, in the transaction that does the work. Call it before that transaction reads
   * what it works on: what is asked for from then on stays asked for.
   */
  async done(manager: EntityManager, job: JobName, subject: string): Promise<void> {
    await manager.query(
      `UPDATE platform.work_intent SET done_at = $3 WHERE job = $1 AND subject = $2 AND done_at IS NULL`,
      [job, subject, this.clock.realNow()],
    );
  }
}
