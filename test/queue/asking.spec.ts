import { randomUUID } from 'node:crypto';
import { JOB_NAMES } from '@thongvon/platform';
import { QueueSystem } from './support/queue-system';

const NEVER = 3_600_000;

describe('work that a transaction asks for', () => {
  let system: QueueSystem;

  beforeEach(async () => {
    system = await QueueSystem.start();
  });

  afterEach(() => system.close());

  it.each(JOB_NAMES)('is done once and then no longer asked for: %s', async (job) => {
    await system.relay();
    await system.worker('only');
    const id = await system.tasks.ask(job);
    const [task] = await system.untilDone([id]);
    expect(task).toEqual({ effects: 1, givenUp: 0, runs: ['only'], open: 0 });
  });

  it('is not asked for when the transaction is rolled back', async () => {
    const cancelled = system.tasks.ask('read-return', {
      then: () => Promise.reject(new Error('changed my mind')),
    });
    await expect(cancelled).rejects.toThrow('changed my mind');
    await system.relay();
    await system.worker('only');
    // What is asked for later and done shows that the relay has been past.
    await system.untilDone([await system.tasks.ask('read-return')]);
    expect(await system.query('SELECT count(*)::int AS intents FROM platform.work_intent')).toEqual([
      { intents: 1 },
    ]);
    expect(await system.query('SELECT count(*)::int AS runs FROM task_run')).toEqual([{ runs: 1 }]);
  });

  it('is not seen before the transaction commits', async () => {
    await system.relay({ relay: { lookEvery: 10 } });
    await system.worker('only');
    const id = await system.tasks.ask('read-return', {
      then: async () => {
        await system.untilDone([await system.tasks.ask('read-return')]);
        expect(await system.query('SELECT count(*)::int AS runs FROM task_run')).toEqual([{ runs: 1 }]);
      },
    });
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1 }]);
  });

  it('is announced to the relay, which needs not look for it', async () => {
    await system.relay({ relay: { lookEvery: NEVER } });
    await system.worker('only');
    expect(await system.untilDone([await system.tasks.ask('read-return')])).toMatchObject([{ effects: 1 }]);
  });

  it('is found by looking when the announcement was lost', async () => {
    await system.relay({ relay: { lookEvery: 50 } });
    await system.worker('only');
    const id = randomUUID();
    await system.query('INSERT INTO task (id) VALUES ($1)', [id]);
    // Nothing but the row: no notification.
    await system.query(
      `INSERT INTO platform.work_intent (job, subject, created_at, relay_after) VALUES ('read-return', $1, now(), now())`,
      [id],
    );
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1 }]);
  });

  it('waits for a relay and a worker, whichever comes first', async () => {
    const early = await system.tasks.ask('read-return');
    await system.relay();
    await system.handedOver(1);
    expect(await system.tasks.look(early)).toMatchObject({ runs: [], open: 1 });
    await system.worker('late');
    expect(await system.untilDone([early])).toMatchObject([{ effects: 1, runs: ['late'] }]);
  });

  it('is done anew when it is asked for while it is being done', async () => {
    await system.relay();
    const again = async (id: string, nth: number): Promise<void> => {
      if (nth === 1) await system.tasks.ask('recompute-positions', { id });
    };
    await system.worker('only', { within: again });
    const id = await system.tasks.ask('recompute-positions');
    expect(await system.untilDone([id])).toMatchObject([{ runs: ['only', 'only'] }]);
  });
});
