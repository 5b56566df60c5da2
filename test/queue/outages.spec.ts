import { setTimeout as wait } from 'node:timers/promises';
import { TcpProxy } from '../support/tcp-proxy';
import { Signal } from './support/signal';
import { QueueSystem } from './support/queue-system';

/** The queue's server, Redis or PostgreSQL, is reached through a proxy that can be cut. */
describe('when a server is gone and comes back', () => {
  let system: QueueSystem;
  let proxy: TcpProxy;

  beforeEach(async () => {
    system = await QueueSystem.start();
  });

  afterEach(async () => {
    await proxy.restore();
    await system.close();
    await proxy.cut();
  });

  /** The store of the queues by way of the proxy. */
  async function storeBehindProxy() {
    const { DATABASE_URL, REDIS_URL } = system.store.settings;
    proxy = await TcpProxy.to(REDIS_URL ?? DATABASE_URL);
    return REDIS_URL === undefined ? { DATABASE_URL: proxy.url } : { DATABASE_URL, REDIS_URL: proxy.url };
  }

  it("what is asked for meanwhile is done: the queue's server", async () => {
    const store = await storeBehindProxy();
    await system.relay({ store, relay: { lookEvery: 50 } });
    await system.worker('only', { store });
    await system.untilDone([await system.tasks.ask('read-return')]);
    await proxy.cut();
    const ids = await system.tasks.askMany('read-return', 3);
    await wait(500);
    expect(await system.tasks.lookAll(ids)).toMatchObject(ids.map(() => ({ effects: 0, open: 1 })));
    await proxy.restore();
    expect(await system.untilDone(ids)).toMatchObject(ids.map(() => ({ effects: 1 })));
  });

  it('a job that was under way is done, with one effect', async () => {
    const store = await storeBehindProxy();
    const queues = { lockDuration: 500, backoff: 100 };
    await system.relay({ store, queues, relay: { lookEvery: 50 } });
    await system.worker('only', {
      store,
      queues,
      before: async (_, nth) => {
        if (nth > 1) return;
        await proxy.cut();
        setTimeout(() => void proxy.restore(), 1000);
      },
    });
    const id = await system.tasks.ask('read-return');
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1, givenUp: 0 }]);
    const later = await system.tasks.ask('read-return');
    expect(await system.untilDone([later])).toMatchObject([{ effects: 1 }]);
  });

  it('what is asked for meanwhile is handed over: the database', async () => {
    proxy = await TcpProxy.to(system.databaseUrl);
    await system.relay({ database: proxy.url, relay: { lookEvery: 50 } });
    await system.worker('only');
    await proxy.cut();
    const id = await system.tasks.ask('read-return');
    await wait(300);
    await proxy.restore();
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1 }]);
  });

  it('a worker can be stopped meanwhile, and the job at hand takes effect once', async () => {
    const store = await storeBehindProxy();
    const queues = { lockDuration: 500 };
    const finished = new Signal();
    await system.relay({ queues });
    const worker = await system.worker('one', { store, queues, before: () => finished.given });
    const id = await system.tasks.ask('read-return');
    await system.until(id, ({ runs }) => runs.length === 1);
    await proxy.cut();
    const stopped = worker.stop();
    finished.give();
    await stopped;
    await system.worker('two', { queues });
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1 }]);
  });

  it('idle workers and relays can be stopped meanwhile', async () => {
    const store = await storeBehindProxy();
    const relay = await system.relay({ store });
    const worker = await system.worker('only', { store });
    await system.untilDone([await system.tasks.ask('read-return')]);
    await proxy.cut();
    // Long enough for the clients to notice and to wait for their next attempt.
    await wait(200);
    await Promise.all([worker.stop(), relay.stop()]);
  });
});
