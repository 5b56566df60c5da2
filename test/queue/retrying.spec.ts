import { QueueSystem } from './support/queue-system';

const BACKOFF = 100;
/** Timers and clocks of two processes may disagree by a little. */
const TOLERANCE = 10;

describe('work that fails', () => {
  let system: QueueSystem;

  beforeEach(async () => {
    system = await QueueSystem.start();
  });

  afterEach(() => system.close());

  it('is tried again, each time after twice as long, and given up once, after the last attempt', async () => {
    await system.relay({ queues: { attempts: 4, backoff: BACKOFF } });
    const times: number[] = [];
    await system.worker('only', {
      before: () => {
        times.push(performance.now());
        throw new Error('no');
      },
    });
    const id = await system.tasks.ask('read-return');
    const [task] = await system.untilDone([id]);
    expect(task).toEqual({ effects: 0, givenUp: 1, runs: Array<string>(4).fill('only'), open: 0 });
    const pauses = times.slice(1).map((time, i) => time - (times[i] ?? time));
    pauses.forEach((pause, i) => expect(pause).toBeGreaterThanOrEqual(BACKOFF * 2 ** i - TOLERANCE));
  });

  it('takes effect when a later attempt succeeds, and is not given up', async () => {
    await system.relay({ queues: { attempts: 3, backoff: BACKOFF } });
    await system.worker('only', {
      before: (_, nth) => {
        if (nth === 1) throw new Error('not yet');
      },
    });
    const id = await system.tasks.ask('read-return');
    expect(await system.untilDone([id])).toEqual([
      { effects: 1, givenUp: 0, runs: ['only', 'only'], open: 0 },
    ]);
  });

  it('leaves nothing behind of the attempt that failed half-way', async () => {
    await system.relay({ queues: { attempts: 2, backoff: BACKOFF } });
    await system.worker('only', {
      within: (_, nth) => {
        if (nth === 1) throw new Error('half-way');
      },
    });
    const id = await system.tasks.ask('read-return');
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1, runs: ['only', 'only'] }]);
  });

  it('does not hold up other work', async () => {
    await system.relay({ queues: { attempts: 3, backoff: 60_000 } });
    const bad = await system.tasks.ask('read-return');
    await system.worker('only', {
      before: (id) => {
        if (id === bad) throw new Error('no');
      },
    });
    await system.until(bad, ({ runs }) => runs.length === 1);
    const good = await system.tasks.askMany('read-return', 5);
    expect(await system.untilDone(good)).toMatchObject(good.map(() => ({ effects: 1 })));
    expect(await system.tasks.look(bad)).toMatchObject({ runs: ['only'], open: 1 });
  });
});
