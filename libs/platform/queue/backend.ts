import { hostname } from 'node:os';
import {
  type BackendFactory,
  type ConnectionOptions,
  createIORedisClient,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Processor,
  Queue,
  RedisConnection,
  Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Environment } from '../config/environment';
import { type JobName, type QueueName, QUEUES, type QueueSettings } from './jobs';

export interface JobData {
  /** The outbox row that asked for the work. */
  readonly intent: string;
  readonly subject: string;
}

export type JobQueue = Queue<JobData, unknown, JobName, JobData, unknown, JobName, IQueueBackend>;
export type JobWorker = Worker<JobData, unknown, JobName, IQueueBackend>;

/** Time between attempts to reach a server that is gone. Milliseconds. */
const RECONNECT_AFTER = 1000;

/** BullMQ on Redis when `REDIS_URL` is set, else on PostgreSQL; the same queues and workers on either. */
export class QueueBackend {
  private readonly factory: BackendFactory;
  private readonly producer: ConnectionOptions;
  private readonly consumer: ConnectionOptions;

  constructor(
    environment: Pick<Environment, 'DATABASE_URL' | 'REDIS_URL'>,
    private readonly queues: Readonly<Record<QueueName, QueueSettings>> = QUEUES,
  ) {
    if (environment.REDIS_URL) {
      useEndableRedis();
      this.factory = createRedisBackend;
      const connection = { url: environment.REDIS_URL, retryStrategy: () => RECONNECT_AFTER };
      // A producer fails at once, a worker waits for Redis to come back.
      this.producer = { ...connection, enableOfflineQueue: false };
      this.consumer = { ...connection, maxRetriesPerRequest: null };
    } else {
      this.factory = createPostgresBackend as unknown as BackendFactory;
      // What a crash of the server can take is the last moment of the queue's own rows, not our wishes, which are handed over again
      // until they are done (ADR 0075): so that nobody waits for the disk each time a job moves.
      const options = '-c synchronous_commit=off';
      // For each queue and each worker, and one more on which a worker listens: 25 of a process, and PostgreSQL has 100.
      const connection = { connectionString: environment.DATABASE_URL, max: 2, options } as ConnectionOptions;
      this.producer = connection;
      this.consumer = connection;
    }
  }

  queue(name: QueueName): JobQueue {
    const settings = this.queues[name];
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

  /** A worker of this process. The queue notes its name, host and process, with each job that it takes. */
  worker(name: QueueName, run: Processor<JobData, unknown, JobName>): JobWorker {
    const { concurrency, lockDuration, attempts } = this.queues[name];
    const options = {
      connection: this.consumer,
      name: `${hostname()}-${process.pid}`,
      concurrency,
      lockDuration,
      stalledInterval: lockDuration / 2,
      // The host of the jobs counts the workers that died, and gives up before BullMQ would.
      maxStalledCount: attempts,
      runRetryDelay: RECONNECT_AFTER,
    };
    return new Worker(name, run, options, this.factory);
  }
}

/**
 * ioredis (5.11), asked to disconnect while it waits to reconnect, stops its timer and then neither reconnects nor says
 * that it has ended; BullMQ, closing a worker while Redis is gone, would wait for that for ever.
 */
class EndableRedis extends Redis {
  override disconnect(reconnect = false): void {
    // A client that waits to be connected for the first time ends as it should.
    if (this.status === 'reconnecting' && !reconnect) this.status = 'wait';
    super.disconnect(reconnect);
  }
}

/** Has BullMQ make its Redis connections with it, in the whole process. */
function useEndableRedis(): void {
  RedisConnection.clientFactory = (options) => {
    const { url, ...rest } = options as typeof options & { readonly url?: string };
    return createIORedisClient(url === undefined ? new EndableRedis(rest) : new EndableRedis(url, rest));
  };
}
