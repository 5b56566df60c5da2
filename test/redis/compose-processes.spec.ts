import { hostname } from 'node:os';
import { QueueBackend, QUEUE_NAMES } from '@thongvon/platform';
import { liveThroughTheMonth, summaryAtTheEnd } from '../faults/support/month';
import { Person } from '../faults/support/person';
import { demoWorkbook } from '../support/district';
import { givenRedis } from '../support/given-redis';
import { Account } from './support/account';
import { ComposedSystem } from './support/composed-system';

const PASSWORD = 'correct horse battery';

jest.setTimeout(120_000);

/** In this order: the offices, the month, what it looks like from outside, the end. */
describe('API and workers as docker-compose.yml starts them, in processes of their own', () => {
  let system: ComposedSystem;

  beforeAll(async () => {
    system = await ComposedSystem.start();
  });

  afterAll(() => system.discard());

  const email = (name: string): string => `${name}@thongvon.test`;
  const person = (name: string): Promise<Person> =>
    new Person(system.url, () => Promise.resolve()).signIn(email(name), PASSWORD);

  /** The names that the workers gave themselves, of all that have finished a job. */
  async function workersThatDidJobs(): Promise<Set<string | undefined>> {
    const backend = new QueueBackend({ DATABASE_URL: '', REDIS_URL: givenRedis() ?? '' });
    const queues = QUEUE_NAMES.map((name) => backend.queue(name));
    const jobs = await Promise.all(queues.map((queue) => queue.getCompleted()));
    await Promise.all(queues.map((queue) => queue.close()));
    return new Set(jobs.flat().map(({ processedBy }) => processedBy));
  }

  it('let an administrator of the command line make offices and accounts', async () => {
    const admin = await system.administrator();
    const organization = (name: string, kind: string, parentId: string | null, reports: boolean) =>
      admin.create('/api/organizations', { name, kind, parentId, reports, effectiveFrom: '2021-07-01' });
    const district = await organization('UBND huyện Thăng Bình', 'peoples-committee', null, false);
    const board = await organization(
      'Ban Quản lý dự án - Đô thị',
      'project-management-board',
      district,
      true,
    );
    const commune = await organization('UBND xã Bình Dương', 'commune', district, true);
    for (const [name, role, organizationId] of [
      ['finance', 'finance-officer', district],
      ['finance-head', 'finance-head', district],
      ['board', 'reporter', board],
      ['commune', 'reporter', commune],
    ] as const) {
      await admin.create('/api/users', {
        email: email(name),
        name,
        role,
        organizationId,
        password: PASSWORD,
      });
    }
  });

  it('bring Excel returns in and 223,422 / 428,137 tỷ = 52,18 % out', async () => {
    const finance = await person('finance');
    await liveThroughTheMonth(finance, await person('finance-head'), await person('board'));
    expect(await summaryAtTheEnd(finance)).toMatchObject({
      planned: '428137000000',
      disbursed: '223422000000',
      rate: '52.18',
      stale: false,
    });
  });

  it('share the work between the workers', async () => {
    const names = system.workers.map(({ pid }) => `${hostname()}-${pid}`);
    expect(await workersThatDidJobs()).toEqual(new Set(names));
  });

  it('tell the progress of a return that another process reads, and go on after the last event seen', async () => {
    const commune = await Account.signIn(system.url, email('commune'), PASSWORD);
    const name = 'commune-binh-duong-2023-06-21';
    const id = await commune.upload(await demoWorkbook(name), `${name}.xlsx`);
    const events = await commune.events(id);
    expect(events.map(({ event }) => event)).toEqual(['received', 'start-reading', 'find-ready', 'end']);
    const ids = events.flatMap((event) => (event.id === undefined ? [] : [Number(event.id)]));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(ids).toHaveLength(3);
    expect(await commune.events(id, events[0]?.id)).toEqual(events.slice(1));
    expect(await commune.events(id, events[2]?.id)).toEqual(events.slice(3));
  });

  it('end in order, each with exit code 0, when they are informed to', async () => {
    for (const { process } of system.processes) process.kill('SIGTERM');
    const ends = await Promise.all(
      system.processes.map(async (one) => ({ code: await one.ended, said: one.output.slice(-2000) })),
    );
    expect(ends).toHaveLength(3);
    expect(ends.filter(({ code }) => code !== 0)).toEqual([]);
  });
});
