import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Notifications } from '../events/notifications';
import { reachPoint } from '../faults/crash-points';
import { type JobQueue, QueueBackend } from '../queue/backend';
import { JOB_NAMES, type JobName, JOBS, QUEUE_NAMES, type QueueName } from '../queue/jobs';
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

/** How often the relay looks by itself, and when it hands over again. Milliseconds. */
@Injectable()
export class RelaySettings {
  /** Work is announced by NOTIFY; this finds what an announcement that got lost was about. */
  readonly lookEvery: number = 500;
  /** Not done this long after it was handed over: hand it over again. The queue's own attempts are over well before. */
  readonly againAfter: number = 120_000;
}

interface Intent {
  readonly id: string;
  readonly job: JobName;
  readonly subject: string;
  /** How many jobs have been made of it. */
  readonly relays: number;
}

const BATCH = 100;
/** What the queue says of a job that it will run or runs. */
const ALIVE = ['waiting', 'active', 'delayed'];

/**
 * Hands the outbox's open work to the queue: at once when woken by NOTIFY, and by looking now and then. Several
 * relays may run; each intent is taken by one at a time, and a job that is handed over twice is safe to run twice.
 */
@Injectable()
export class Relay implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly queues = new Map<QueueName, JobQueue>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  /** The fault that the last look met; an outage is logged once, not twice a second. */
  private fault: string | undefined;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly backend: QueueBackend,
    private readonly notifications: Notifications,
    private readonly clock: SystemClock,
    private readonly settings: RelaySettings,
  ) {}

  /** Starts relaying. What an earlier process handed over is left to the queue until it is due again. */
  async start(): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const queue = this.backend.queue(name);
      queue.on('error', (error) => this.logger.error(`queue ${name}: ${error.message}`));
      await queue.waitUntilReady();
      this.queues.set(name, queue);
    }
    this.stopListening = await this.notifications.listen(WORK_CHANNEL, () => this.nudge());
    this.timer = setInterval(() => this.nudge(), this.settings.lookEvery);
    this.nudge();
  }

  /** Before the database goes: a batch under way is finished. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.stopListening?.();
    await this.running;
    // Nothing is under way any more, and a Redis that is gone could not be sent a goodbye.
    await Promise.all([...this.queues.values()].map((queue) => queue.disconnect()));
  }

  private nudge(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.relayAll()
      .then(
        () => (this.fault = undefined),
        (error: unknown) => this.report(String(error)),
      )
      .finally(() => {
        this.running = undefined;
        if (this.again && this.timer) {
          this.again = false;
          this.nudge();
        }
      });
  }

  private report(fault: string): void {
    if (fault !== this.fault) this.logger.error(`relay: ${fault}`);
    this.fault = fault;
  }

  private async relayAll(): Promise<void> {
    while ((await this.relayBatch()) === BATCH);
  }

  /** Takes what is due, hands it over and only then marks it, in one transaction: a crash between leaves it due. */
  private relayBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const now = this.clock.realNow();
      const due = await takeDue(manager, now);
      if (due.length === 0) return 0;
      await reachPoint('before-relay');
      const handedOver: string[] = [];
      for (const intent of due) if (await this.handOver(intent)) handedOver.push(intent.id);
      await reachPoint('after-relay');
      await manager.query(
        `UPDATE platform.work_intent SET relays = relays + (id = ANY($2::bigint[]))::int, relay_after = $3
         WHERE id = ANY($1::bigint[])`,
        [due.map(({ id }) => id), handedOver, new Date(now.getTime() + this.settings.againAfter)],
      );
      return due.length;
    });
  }

  /** Makes a job of it, unless the last one still waits its turn: a backlog must not grow by being looked at. */
  private async handOver({ id, job, subject, relays }: Intent): Promise<boolean> {
    const queue = this.queues.get(JOBS[job].queue);
    if (!queue) throw new Error(`no queue for ${job}`);
    // BullMQ refuses ids that are numbers or hold a colon.
    const jobId = (nth: number): string => `intent-${id}-${nth}`;
    if (relays > 0 && ALIVE.includes(await queue.getJobState(jobId(relays - 1)))) return false;
    await queue.add(job, { intent: id, subject }, { jobId: jobId(relays) });
    return true;
  }
}

/** Only of jobs that this version knows: the rest is for the relay of a newer one, while both run. */
async function takeDue(manager: EntityManager, now: Date): Promise<Intent[]> {
  return manager.query<Intent[]>(
    `SELECT id, job, subject, relays FROM platform.work_intent
     WHERE done_at IS NULL AND relay_after <= $1 AND job = ANY($2::text[])
     ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    [now, JOB_NAMES],
  );
}
