import { randomUUID } from 'node:crypto';
import type { FailedWork } from '@thongvon/platform';
import { eventually } from '../support/eventually';
import { QueueSystem, type FailedWorkOffice } from './support/queue-system';
import type { Behaviour } from './support/tasks';

const ADMINISTRATOR = randomUUID();

describe('work that failed', () => {
  let system: QueueSystem;
  let office: FailedWorkOffice;
  /** What doesn't work, until somebody mends it. Where giving up doesn't either, the work stays wanted. */
  let broken: 'all' | 'the work' | 'nothing';
  const behaviour: Behaviour = {
    before: () => {
      if (broken !== 'nothing') throw new Error('no table\n    at line 1');
    },
    givingUp: () => {
      if (broken === 'all') throw new Error('no way to tell 0912 345 678');
    },
  };

  beforeEach(async () => {
    broken = 'all';
    system = await QueueSystem.start();
    office = system.failedWork(behaviour);
    await system.relay({ queues: { attempts: 2, backoff: 20 } });
    await system.worker('only', behaviour);
  });

  afterEach(() => system.close());

  const failed = async (id: string): Promise<FailedWork> => {
    const find = async () => (await office.list.all()).filter(({ subject }) => subject === id);
    const [work] = await eventually(find, ({ length }) => length === 1);
    if (!work) throw new Error(`${id} has not failed`);
    return work;
  };
  const actions = () =>
    system.query('SELECT actor_id AS who, action, details FROM audit.audit_entry ORDER BY id');

  it('is listed with its queue, its attempts and its error, without what names a person', async () => {
    const id = await system.tasks.ask('recompute-positions');
    const work = await failed(id);
    expect(work).toMatchObject({
      queue: 'figures',
      job: 'recompute-positions',
      subject: id,
      state: 'waiting',
      attempts: 2,
      error: 'no way to tell …',
    });
    expect(work.nextAt?.getTime()).toBeGreaterThan(work.failedAt.getTime());
  });

  it('is run again as soon as an administrator says so, and then is history', async () => {
    const id = await system.tasks.ask('read-return');
    const { intent } = await failed(id);
    broken = 'nothing';
    const other = '999999';
    expect(await office.retry.retry(ADMINISTRATOR, [intent, other])).toEqual({
      done: [intent],
      left: [other],
    });
    expect(await system.untilDone([id])).toMatchObject([{ effects: 1, givenUp: 0 }]);
    expect(await failed(id)).toMatchObject({ state: 'done', nextAt: null });
    expect(await office.retry.retry(ADMINISTRATOR, [intent])).toEqual({
      done: [],
      left: [intent],
    });
    expect(await actions()).toEqual([
      { who: ADMINISTRATOR, action: 'job.retry', details: { job: 'read-return', of: id } },
    ]);
  });

  it('is given up and forgotten when an administrator discards it, for a reason', async () => {
    const id = await system.tasks.ask('read-return');
    const { intent } = await failed(id);
    const kept = await failed(await system.tasks.ask('read-return'));
    expect(await office.discard.discard(ADMINISTRATOR, [intent], 'tệp thử')).toEqual({
      done: [],
      left: [intent],
    });
    broken = 'nothing';
    expect(await office.discard.discard(ADMINISTRATOR, [intent], 'tệp thử')).toEqual({
      done: [intent],
      left: [],
    });
    expect(await system.tasks.look(id)).toMatchObject({ effects: 0, givenUp: 1, open: 0 });
    const left = await office.list.all();
    expect(left.map((work) => work.intent)).toEqual([kept.intent]);
    expect(await actions()).toEqual([
      {
        who: ADMINISTRATOR,
        action: 'job.discard',
        details: { job: 'read-return', of: id, reason: 'tệp thử' },
      },
    ]);
  });

  it('is said to be given up when its thing was left in a right state', async () => {
    broken = 'the work';
    expect(await failed(await system.tasks.ask('read-return'))).toMatchObject({
      state: 'given-up',
      nextAt: null,
    });
  });
});
