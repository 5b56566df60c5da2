import { QueueBackend, watchPoints } from '@thongvon/platform';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import { QueueSystem } from './support/queue-system';

const MANY = 60;
const SOON = 300;

describe('the relay', () => {
  let system: QueueSystem;

  beforeEach(async () => {
    system = await QueueSystem.start();
  });

  afterEach(async () => {
    watchPoints(() => Promise.resolve());
    await system.close();
  });

  /** Jobs that the queue holds in any state. */
  const jobs = async () => {
    const queue = new QueueBackend(system.store.settings).queue('reading');
    try {
      return await queue.getJobCounts();
    } finally {
      await queue.close();
    }
  };

  it('shares work with another relay, and workers share it: each piece is run once', async () => {
    const pause = { before: () => wait(5) };
    await Promise.all([
      system.relay(),
      system.relay(),
      system.worker('one', pause),
      system.worker('two', pause),
    ]);
    const tasks = await system.untilDone(await system.tasks.askMany('read-return', MANY));
    expect(tasks.map(({ effects }) => effects)).toEqual(Array<number>(MANY).fill(1));
    const runs = tasks.flatMap(({ runs }) => runs);
    expect(runs).toHaveLength(MANY);
    expect(new Set(runs)).toEqual(new Set(['one', 'two']));
  });

  it('may hand work over twice: it takes effect once', async () => {
    const id = await system.tasks.ask('read-return');
    const queue = new QueueBackend(system.store.settings).queue('reading');
    for (const jobId of ['first', 'second'])
      await queue.add('read-return', { intent: '1', subject: id }, { jobId });
    await queue.close();
    const worker = await system.worker('only');
    await system.until(id, ({ runs }) => runs.length === 2);
    await worker.stop();
    expect(await system.tasks.look(id)).toMatchObject({ effects: 1 });
  });

  it.each(['before-relay', 'after-relay'] as const)(
    'may be killed at the point %s: the next one sees to it that the work takes effect once',
    async (killedAt) => {
      let killed = false;
      watchPoints((point) => {
        if (point !== killedAt || killed) return Promise.resolve();
        killed = true;
        return Promise.reject(new Error('killed'));
      });
      const id = await system.tasks.ask('read-return');
      const first = await system.relay({ relay: { lookEvery: 3_600_000 } });
      await eventually(
        () => Promise.resolve(killed),
        (was) => was,
      );
      await first.stop();
      await system.worker('only');
      await system.relay();
      expect(await system.untilDone([id])).toMatchObject([{ effects: 1, runs: ['only'] }]);
    },
  );

  it('hands work over again that the queue has lost', async () => {
    await system.relay({ relay: { lookEvery: 50, againAfter: SOON } });
    const ids = await system.tasks.askMany('read-return', 3);
    await system.handedOver(1);
    await system.store.empty();
    await system.worker('only');
    const tasks = await system.untilDone(ids);
    expect(tasks).toMatchObject(ids.map(() => ({ effects: 1, runs: ['only'] })));
  });

  it('does not hand work over again that waits its turn', async () => {
    await system.relay({ relay: { lookEvery: 20, againAfter: 20 } });
    const ids = await system.tasks.askMany('read-return', 3);
    await system.handedOver(1);
    await wait(SOON);
    expect(await jobs()).toMatchObject({ waiting: 3, completed: 0 });
    await system.worker('only');
    const tasks = await system.untilDone(ids);
    expect(tasks.flatMap(({ runs }) => runs)).toHaveLength(3);
  });

  it('hands work over again that was run without being done', async () => {
    const id = await system.tasks.ask('read-return');
    await system.relay({ relay: { lookEvery: 50, againAfter: SOON }, queues: { attempts: 1 } });
    await system.worker('only', {
      before: (_, nth) => {
        if (nth === 1) throw new Error('no database');
      },
      givingUp: () => {
        throw new Error('still no database');
      },
    });
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1, givenUp: 0, runs: ['only', 'only'] }]);
  });

  it('leaves to a newer one what it does not know, and goes on', async () => {
    await system.query(
      `INSERT INTO platform.work_intent (job, subject, created_at, relay_after)
       VALUES ('job-of-next-year', gen_random_uuid(), now(), now())`,
    );
    await system.relay();
    await system.worker('only');
    expect(await system.untilDone([await system.tasks.ask('read-return')])).toMatchObject([{ effects: 1 }]);
    expect(await system.query('SELECT relays FROM platform.work_intent ORDER BY id LIMIT 1')).toEqual([
      { relays: 0 },
    ]);
  });

  it('hands over more than fits in one batch', async () => {
    await system.query(
      `WITH made AS (INSERT INTO task (id) SELECT gen_random_uuid() FROM generate_series(1, 250) RETURNING id)
       INSERT INTO platform.work_intent (job, subject, created_at, relay_after) SELECT 'read-return', id, now(), now() FROM made`,
    );
    await system.relay({ relay: { lookEvery: 3_600_000 } });
    await system.handedOver(1);
    expect(await jobs()).toMatchObject({ waiting: 250 });
  });
});
