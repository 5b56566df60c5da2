import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Audit,
  dataSourceOptions,
  DiscardFailedWork,
  Entries,
  JOB_NAMES,
  JobHandlers,
  ListFailedWork,
  Notifications,
  Outbox,
  parseEnvironment,
  QueueBackend,
  QueueFailures,
  QUEUES,
  Relay,
  RelaySettings,
  RetryFailedWork,
  SystemClock,
  type QueueName,
  type QueueSettings,
} from '@thongvon/platform';
import { JobHost } from '../../../apps/worker/start-worker';
import { eventually } from '../../support/eventually';
import { createTestDatabase } from '../../support/test-database';
import { killWorkerThatTook } from './killed-worker';
import { emptyQueueStore, type QueueStore } from './queue-store';
import { Tasks, type Behaviour, type Task } from './tasks';

// Worker processes are started and killed, on machines that do other things as well.
jest.setTimeout(60_000);

interface Stoppable {
  stop(): Promise<void>;
}

/** What a test changes of a relay or a worker: its settings, or the way to its servers. */
interface Changes {
  readonly queues?: Partial<QueueSettings>;
  readonly database?: string;
  readonly store?: QueueStore['settings'];
}

interface RelayChanges extends Changes {
  readonly relay?: Partial<RelaySettings>;
}

type WorkerChanges = Changes & Behaviour;

/** What an administrator can do about failed work. */
export interface FailedWorkOffice {
  readonly list: ListFailedWork;
  readonly retry: RetryFailedWork;
  readonly discard: DiscardFailedWork;
}

/** Relays and workers as the worker process has them, on servers of this test file's own, to be started one by one. */
export class QueueSystem {
  private readonly running: Stoppable[] = [];

  private constructor(
    private readonly database: Awaited<ReturnType<typeof createTestDatabase>>,
    private readonly data: DataSource,
    readonly store: QueueStore,
    readonly tasks: Tasks,
  ) {}

  static async start(): Promise<QueueSystem> {
    // Most of these tests make something fail on purpose.
    Logger.overrideLogger(false);
    const database = await createTestDatabase();
    const data = await new DataSource(dataSourceOptions(database.url)).initialize();
    const tasks = await Tasks.in(data, new Outbox(new SystemClock()));
    return new QueueSystem(database, data, await emptyQueueStore(database.url), tasks);
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  query<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.data.query<T[]>(sql, values);
  }

  /** A relay as a worker process has it. */
  async relay(changes: RelayChanges = {}): Promise<Stoppable> {
    const url = changes.database ?? this.database.url;
    const data = await new DataSource(dataSourceOptions(url, 2)).initialize();
    const notifications = new Notifications(parseEnvironment({ DATABASE_URL: url }));
    const settings = Object.assign(new RelaySettings(), changes.relay);
    const relay = new Relay(data, this.backend(changes), notifications, new SystemClock(), settings);
    await relay.start();
    return this.keep(async () => {
      await relay.beforeApplicationShutdown();
      await notifications.onApplicationShutdown();
      await data.destroy();
    });
  }

  /** The workers of a process, one for each queue, that do tasks. */
  async worker(name: string, changes: WorkerChanges = {}): Promise<Stoppable> {
    const host = new JobHost(this.backend(changes), this.handlers(name, changes));
    await host.start();
    return this.keep(() => host.stop());
  }

  /** The use cases of the administrator, as the API has them. */
  failedWork(behaviour: Behaviour = {}): FailedWorkOffice {
    const clock = new SystemClock();
    const audit = new Audit(clock);
    const failures = new QueueFailures(this.backend({}));
    const list = new ListFailedWork(this.data, failures);
    const handlers = this.handlers('administrator', behaviour);
    return {
      list,
      retry: new RetryFailedWork(this.data, list, clock, audit),
      discard: new DiscardFailedWork(this.data, list, failures, handlers, new Outbox(clock), audit),
    };
  }

  /** A worker process takes this task and is killed over it. */
  async workerKilledOver(id: string, changes: Changes): Promise<void> {
    await killWorkerThatTook(id, this.store.settings, queuesWith(changes));
  }

  /** Looks at a task until it is as wanted. */
  until(id: string, isRight: (task: Task) => boolean): Promise<Task> {
    return eventually(() => this.tasks.look(id), isRight);
  }

  /** Waits until a job, or so many, has been made of everything that is asked for. */
  async handedOver(times: number): Promise<void> {
    await eventually(
      () => this.query<{ relays: number }>('SELECT relays FROM platform.work_intent WHERE done_at IS NULL'),
      (intents) => intents.length > 0 && intents.every(({ relays }) => relays === times),
    );
  }

  /** Waits until nothing is asked for any more, and says how each task went. */
  untilDone(ids: readonly string[]): Promise<Task[]> {
    return eventually(
      () => this.tasks.lookAll(ids),
      (tasks) => tasks.every(({ open }) => open === 0),
    );
  }

  /** Stops what still runs, the last first, and removes its servers' data. */
  async close(): Promise<void> {
    for (const part of this.running.splice(0).reverse()) await part.stop();
    await this.data.destroy();
    await this.database.drop();
  }

  private handlers(worker: string, behaviour: Behaviour): JobHandlers {
    return new JobHandlers(
      new Entries(
        new Map(JOB_NAMES.map((job) => [job, { instance: this.tasks.handler(job, worker, behaviour) }])),
      ),
    );
  }

  private backend(changes: Changes): QueueBackend {
    return new QueueBackend(changes.store ?? this.store.settings, queuesWith(changes));
  }

  private keep(stop: () => Promise<void>): Stoppable {
    let stopped: Promise<void> | undefined;
    const part = { stop: () => (stopped ??= stop()) };
    this.running.push(part);
    return part;
  }
}

function queuesWith({ queues = {} }: Changes): Record<QueueName, QueueSettings> {
  const changed = Object.entries(QUEUES).map(([name, settings]) => [name, { ...settings, ...queues }]);
  return Object.fromEntries(changed) as Record<QueueName, QueueSettings>;
}
