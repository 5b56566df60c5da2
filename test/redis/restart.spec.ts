import { setTimeout as wait } from 'node:timers/promises';
import { QueueSystem } from '../queue/support/queue-system';
import { OwnRedis } from './support/own-redis';

const NEVER = 3_600_000;

describe('a Redis that is stopped and started again at the same address', () => {
  let redis: OwnRedis;
  let system: QueueSystem;
  let store: { DATABASE_URL: string; REDIS_URL: string };

  beforeEach(async () => {
    redis = await OwnRedis.start();
    system = await QueueSystem.start();
    store = { DATABASE_URL: system.databaseUrl, REDIS_URL: redis.url };
  });

  afterEach(async () => {
    await system.close();
    await redis.discard();
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'has kept, in its file, the jobs that it had been given before %s',
    async (signal) => {
      await system.relay({ store, relay: { againAfter: NEVER } });
      const before = await system.tasks.ask('read-return');
      await system.handedOver(1);
      // The file is written to the disk once a second.
      await wait(1200);
      await redis.end(signal);
      await redis.start();
      await system.worker('only', { store });
      expect(await system.untilDone([before])).toMatchObject([{ effects: 1, runs: ['only'] }]);
    },
  );

  it('is given again what it has lost, by the relay that had given it', async () => {
    await system.relay({ store, relay: { lookEvery: 50, againAfter: 2000 } });
    const lost = await system.tasks.ask('read-return');
    await system.handedOver(1);
    await redis.end('SIGKILL');
    await redis.lose();
    const meanwhile = await system.tasks.ask('read-return');
    await redis.start();
    await system.worker('only', { store });
    expect(await system.untilDone([lost, meanwhile])).toMatchObject([{ effects: 1 }, { effects: 1 }]);
  });
});
