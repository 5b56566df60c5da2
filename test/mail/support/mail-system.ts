import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import type { MailDetailView } from '@thongvon/api-contract';
import {
  Entries,
  JOB_NAMES,
  JobHandlers,
  Mails,
  MailSettings,
  parseEnvironment,
  PlatformModule,
  QueueBackend,
  QUEUES,
  Relay,
  RelaySettings,
  RetryMail,
  SystemClock,
  ViewMails,
  type NewMail,
  type QueueName,
  type QueueSettings,
} from '@thongvon/platform';
import { JobHost } from '../../../apps/worker/start-worker';
import { eventually } from '../../support/eventually';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** Half an hour in a second. */
export const QUICK: Partial<MailSettings> = {
  firstPause: 50,
  longestPause: 200,
  lostAfter: 300,
  attemptLimit: 2000,
  againAfterUnknown: 1000,
  recordAgain: 20,
};

export const LETTER: NewMail = {
  key: 'test:1',
  kind: 'test',
  to: 'nguoi-nhan@example.test',
  subject: 'Báo cáo giải ngân',
  html: '<p>Tỷ lệ <b>52,18 %</b></p>',
  text: 'Tỷ lệ 52,18 %',
};

/** A worker process's part in mails: its relay, its workers, its own connections. */
interface MailWorker {
  stop(): Promise<void>;
}

/** The platform's mails on a database of this test's own, with workers to be started one by one. */
export class MailSystem {
  private readonly workers: MailWorker[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly environment: Record<string, string>,
    private readonly app: Awaited<ReturnType<typeof platform>>,
  ) {}

  static async start(settings: Record<string, string>): Promise<MailSystem> {
    // Most of these tests make something fail on purpose.
    Logger.overrideLogger(false);
    const database = await createTestDatabase();
    const environment = { ...settings, DATABASE_URL: database.url };
    return new MailSystem(database, environment, await platform(environment));
  }

  get data(): DataSource {
    return this.app.get(DataSource);
  }

  get settings(): Record<string, string> {
    return this.environment;
  }

  add(mail: NewMail = LETTER): Promise<{ id: string; added: boolean }> {
    return this.data.transaction((manager) => this.addIn(manager, mail));
  }

  addIn(manager: EntityManager, mail: NewMail = LETTER): Promise<{ id: string; added: boolean }> {
    return this.app.get(Mails).add(manager, mail);
  }

  look(id: string): Promise<MailDetailView> {
    return this.app.get(ViewMails).find(id);
  }

  retry(id: string): Promise<void> {
    return this.app.get(RetryMail).retry('00000000-0000-4000-8000-000000000000', id);
  }

  /** How many wishes for a delivery are open. */
  async openIntents(): Promise<number> {
    return (await this.data.query<object[]>('SELECT FROM platform.work_intent WHERE done_at IS NULL')).length;
  }

  /** Keeps everybody from writing to mails for so many milliseconds: who waits for long is asked to go. */
  async lockMails(milliseconds: number): Promise<void> {
    await this.data.query(
      `ALTER DATABASE ${new URL(this.database.url).pathname.slice(1)} SET lock_timeout = 50`,
    );
    await this.data.transaction(async (manager) => {
      await manager.query('LOCK TABLE platform.mail IN EXCLUSIVE MODE');
      await wait(milliseconds);
    });
  }

  /** Looks at a mail until it is as wanted. */
  until(id: string, isRight: (mail: MailDetailView) => boolean): Promise<MailDetailView> {
    return eventually(() => this.look(id), isRight);
  }

  /** The relay and the workers of a process, with the delivery's patience shortened. */
  async worker(quick: Partial<MailSettings> = QUICK): Promise<MailWorker> {
    const app = await platform(this.environment, (testing) => {
      Object.assign(testing.get(MailSettings), quick);
      Object.assign(testing.get(RelaySettings), { lookEvery: 25, againAfter: 500 });
    });
    const deliverMail = app.get(JobHandlers).handlerOf('deliver-mail');
    const nothing = { handle: () => Promise.resolve() };
    const handlers = new JobHandlers(
      new Entries(
        new Map(JOB_NAMES.map((job) => [job, { instance: job === 'deliver-mail' ? deliverMail : nothing }])),
      ),
    );
    const host = new JobHost(new QueueBackend(this.environment, QUICK_QUEUES), handlers);
    await host.start();
    await app.get(Relay).start();
    let stopped: Promise<void> | undefined;
    const worker = { stop: () => (stopped ??= host.stop().then(() => app.close())) };
    this.workers.push(worker);
    return worker;
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.stop();
    await this.app.close();
    await this.database.drop();
  }
}

/** A job whose worker has died is given to another within a second. */
const QUICK_QUEUES = Object.fromEntries(
  Object.entries(QUEUES).map(([name, settings]) => [name, { ...settings, lockDuration: 500, backoff: 50 }]),
) as Record<QueueName, QueueSettings>;

async function platform(
  settings: Record<string, string>,
  change: (app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>) => void = () => undefined,
) {
  const environment = parseEnvironment(settings);
  const app = await NestFactory.createApplicationContext(
    PlatformModule.with(environment, new SystemClock()),
    { logger: false },
  );
  change(app);
  return app;
}
