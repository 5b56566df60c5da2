import { Logger } from '@nestjs/common';
import { Notifications, parseEnvironment } from '@thongvon/platform';
import { eventually } from '../support/eventually';
import { withClient } from '../support/run-databases';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('notifications', () => {
  let database: TestDatabase;
  let notifications: Notifications;
  beforeEach(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase();
    notifications = new Notifications(parseEnvironment({ DATABASE_URL: database.url }));
  });
  afterEach(async () => {
    await notifications.onApplicationShutdown();
    await database.drop();
  });

  const notify = (channel: string, payload: string) =>
    withClient(database.url, async (client) => {
      await client.query('SELECT pg_notify($1, $2)', [channel, payload]);
    });

  it('reach every listener of their channel until it stops', async () => {
    const received: string[] = [];
    const stop = await notifications.listen('one', (payload) => received.push(`first ${payload}`));
    await notifications.listen('one', (payload) => received.push(`second ${payload}`));
    await notifications.listen('other', (payload) => received.push(`other ${payload}`));
    await notify('one', 'a');
    await eventually(
      () => Promise.resolve(received),
      ({ length }) => length === 2,
    );
    stop();
    await notify('one', 'b');
    await notify('other', 'c');
    await eventually(
      () => Promise.resolve(received),
      ({ length }) => length === 4,
    );
    expect(received).toEqual(['first a', 'second a', 'second b', 'other c']);
  });

  it('reach them again after the connection broke', async () => {
    const received: string[] = [];
    await notifications.listen('one', (payload) => received.push(payload));
    await withClient(database.url, async (client) => {
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'thongvon-listen' AND datname = current_database()`,
      );
    });
    await eventually(
      async () => {
        await notify('one', 'again');
        return received;
      },
      ({ length }) => length > 0,
    );
    expect(received[0]).toBe('again');
  });

  it('fail nobody who begins to listen while the process ends', async () => {
    await notifications.listen('one', () => undefined);
    const listening = notifications.listen('two', () => undefined);
    await notifications.onApplicationShutdown();
    expect(await listening).toBeInstanceOf(Function);
  });
});
