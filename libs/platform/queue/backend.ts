import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type ConnectionOptions,
  type IQueueBackend,
  type Processor,
} from 'bullmq';
import type { Environment } from '../config/environment';
import { QUEUES, type JobName, type QueueName } from './catalogue';

export interface JobData {
  /** The outbox row that asked for the work. */
  readonly intent: string;
  readonly subject: string;
}

export type JobQueue = Queue<JobData, unknown, JobName, JobData, unknown, JobName, IQueueBackend>;
export type JobWorker = Worker<JobData, unknown, JobName, IQueueBackend>;

/** BullMQ on Redis when `REDIS_URL` is set, else on PostgreSQL; the same queues and workers on either. */
export class QueueBackend {
  private readonly factory: BackendFactory<IQueueBackend>;
  private readonly producer: ConnectionOptions;
  private readonly consumer: ConnectionOptions;

  constructor(environment: Pick<Environment, 'DATABASE_URL' | 'REDIS_URL'>) {
    if (environment.REDIS_URL) {
      this.factory = createRedisBackend;
      // A producer fails fast, a worker waits for Redis to come back.
      this.producer = { url: environment.REDIS_URL, maxRetriesPerRequest: 1 };
      this.consumer = { url: environment.REDIS_URL, maxRetriesPerRequest: null };
    } else {
      this.factory = createPostgresBackend as unknown as BackendFactory<IQueueBackend>;
      const connection = { connectionString: environment.DATABASE_URL, max: 4 } as ConnectionOptions;
      this.producer = connection;
      this.consumer = connection;
    }
  }

  queue(name: QueueName): JobQueue {
    const settings = QUEUES[name];
    const options = {
      connection: this.producer,
      defaultJobOptions: {
        attempts: settings.attempts,
        backoff: { type: 'exponential', delay: settings.backoff },
        removeOnComplete: { age: 3600, count: 1000 },
        removeOnFail: { age: 7 * 86_400, count: 1000 },
      },
    };
    return new Queue(name, options, this.factory);
  }

  worker(name: QueueName, run: Processor<JobData, unknown, JobName>): JobWorker {
    const { concurrency, lockDuration } = QUEUES[name];
    return new Worker(name, run, { connection: this.consumer, concurrency, lockDuration }, this.factory);
  }
}
