import { setTimeout as wait } from 'node:timers/promises';
import { Entries, JOB_NAMES, JobHandlers, QueueBackend } from '@thongvon/platform';
import { JobHost } from '../../apps/worker/start-worker';
import { Signal } from './support/signal';
import { QueueSystem } from './support/queue-system';

const HASTY = { lockDuration: 400, backoff: 50 };

describe('a worker', () => {
  let system: QueueSystem;

  beforeEach(async () => {
    system = await QueueSystem.start();
  });

  afterEach(() => system.close());

  it('refuses to start when a job has no handler, and names it', async () => {
    const unknown = JOB_NAMES.filter((job) => job !== 'read-return');
    const known = { instance: system.tasks.handler('read-return', 'only') };
    const handlers = new JobHandlers(new Entries(new Map([['read-return', known]])));
    const host = new JobHost(new QueueBackend(system.store.settings), handlers);
    await expect(host.start()).rejects.toThrow(`no handler for: ${unknown.join(', ')}`);
  });

  it('finishes the job at hand when it is asked to stop, and takes no other', async () => {
    await system.relay();
    const started = new Signal();
    const finished = new Signal();
    const worker = await system.worker('only', {
      queues: { concurrency: 1 },
      before: () => {
        started.give();
        return finished.given;
      },
    });
    const first = await system.tasks.ask('read-return');
    const second = await system.tasks.ask('read-return');
    await started.given;
    let stopped = false;
    const stopping = worker.stop().then(() => (stopped = true));
    expect(await system.tasks.look(first)).toMatchObject({ effects: 0, runs: ['only'] });
    expect(stopped).toBe(false);
    finished.give();
    await stopping;
    expect(await system.tasks.look(first)).toMatchObject({ effects: 1, open: 0 });
    expect(await system.tasks.look(second)).toMatchObject({ effects: 0, runs: [], open: 1 });
  });

  it('takes over from one that was killed', async () => {
    await system.relay({ queues: HASTY });
    const id = await system.tasks.ask('read-return');
    await system.workerKilledOver(id, { queues: HASTY });
    await system.worker('next', { queues: HASTY });
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1, givenUp: 0, runs: ['next'] }]);
  });

  it('does not take over from one that takes long', async () => {
    await system.relay({ queues: HASTY });
    const finished = new Signal();
    const long = { queues: HASTY, before: () => finished.given };
    await Promise.all([system.worker('one', long), system.worker('two', long)]);
    const id = await system.tasks.ask('read-return');
    await system.until(id, ({ runs }) => runs.length > 0);
    await wait(4 * HASTY.lockDuration);
    finished.give();
    const [task] = await system.untilDone([id]);
    expect(task).toMatchObject({ effects: 1 });
    expect(task?.runs).toHaveLength(1);
  });

  it('gives up, without running it, what as many workers have died over as it has attempts', async () => {
    const queues = { ...HASTY, attempts: 2 };
    await system.relay({ queues });
    const id = await system.tasks.ask('read-return');
    await system.workerKilledOver(id, { queues });
    await system.workerKilledOver(id, { queues });
    await system.worker('next', { queues });
    expect(await system.untilDone([id])).toMatchObject([{ effects: 0, givenUp: 1, runs: [] }]);
  });
});
