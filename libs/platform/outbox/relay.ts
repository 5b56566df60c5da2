import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reachPoint } from '../faults/crash-points';
import { Notifications } from '../events/notifications';
import { JOBS, QUEUE_NAMES, type JobName, type QueueName } from '../queue/catalogue';
import { QueueBackend, type JobQueue } from '../queue/backend';
import { SystemClock } from '../time/system-clock';
import { WORK_CHANNEL } from './outbox';

interface Intent {
  id: string;
  job: JobName;
  subject: string;
  relays: number;
}

const BATCH = 100;
const LOOK_EVERY = 500;
/** Not done this long after it was handed over: hand it over again. The queue's own retries are over well before. */
const RELAY_AGAIN_AFTER = '2 minutes';

/**
 * Hands the outbox's open work to the queue: at once when told by NOTIFY, and by looking every half second. Several
 * relays may run; each intent is taken by one at a time, and a job that is handed over twice is safe to run twice.
 */
@Injectable()
export class Relay implements OnApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly queues = new Map<QueueName, JobQueue>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly backend: QueueBackend,
    private readonly notifications: Notifications,
    private readonly clock: SystemClock,
  ) {}

  /** Starts relaying. Work that an earlier process handed over but never did is handed over again at once. */
  async start(): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const queue = this.backend.queue(name);
      queue.on('error', (error) => this.logger.error(`queue ${name}: ${error.message}`));
      await queue.waitUntilReady();
      this.queues.set(name, queue);
    }
    this.stopListening = await this.notifications.listen(WORK_CHANNEL, () => this.nudge());
    this.timer = setInterval(() => this.nudge(), LOOK_EVERY);
    this.nudge();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.stopListening?.();
    await this.running;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private nudge(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.relayAll()
      .catch((error: unknown) =>
        this.logger.error(`relay: ${error instanceof Error ? error.message : String(error)}`),
      )
      .finally(() => {
        this.running = undefined;
        if (this.again && this.timer) {
          this.again = false;
          this.nudge();
        }
      });
  }

  private async relayAll(): Promise<void> {
    while ((await this.relayBatch()) === BATCH);
  }

  /** Takes what is due, hands it over and only then marks it, in one transaction: a crash between leaves it due. */
  private relayBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const now = this.clock.realNow();
      const due = await manager.query<Intent[]>(
        `SELECT id, job, subject, relays FROM work_intent
         WHERE done_at IS NULL AND relay_after <= $1 ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
        [now],
      );
      if (due.length === 0) return 0;
      await reachPoint('before-relay');
      for (const intent of due) {
        const queue = this.queues.get(JOBS[intent.job].queue);
        // BullMQ refuses ids that are numbers or hold a colon.
        const jobId = `intent-${intent.id}-${intent.relays}`;
        await queue?.add(intent.job, { intent: intent.id, subject: intent.subject }, { jobId });
      }
      await reachPoint('after-relay');
      await manager.query(
        `UPDATE work_intent SET relays = relays + 1, relay_after = $2::timestamptz + interval '${RELAY_AGAIN_AFTER}'
         WHERE id = ANY($1::bigint[])`,
        [due.map((intent) => intent.id), now],
      );
      return due.length;
    });
  }
}
