import path from 'node:path';
import type {
  FrozenBlockerView,
  FrozenProjectView,
  MovedProjectView,
  WeekComparisonView,
  SnapshotView,
  UnsentReturnsView,
} from '@thongvon/api-contract';
import { loadDemo } from '../../apps/standalone/demo/load-demo';
import { startWorker, type RunningWorker } from '../../apps/worker/start-worker';
import { demoWorkbook } from '../support/district';
import { eventually } from '../support/eventually';
import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

/** A frozen week as the API shows it. */
type SeenWeek = Pick<SnapshotView, keyof SnapshotView>;
type OwedBody = Pick<UnsentReturnsView, keyof UnsentReturnsView>;
type Agent = Awaited<ReturnType<TestApi['signedIn']>>;

const ROOT = path.resolve(__dirname, '../..');

describe('the frozen weeks of the demo', () => {
  let api: TestApi;
  let worker: RunningWorker;
  let finance: Agent;
  let board: Agent;
  let leader: Agent;
  beforeAll(async () => {
    api = await startTestApi({ DEMO_DATA: 'demo', DEMO_PASSWORD: TEST_PASSWORD });
    await loadDemo(api.environment, api.clock, ROOT);
    worker = await startWorker(api.environment, api.clock);
    finance = await api.signedIn('finance@thongvon.test');
    board = await api.signedIn('board@thongvon.test');
    leader = await api.signedIn('leader@thongvon.test');
  }, 120_000);
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const get = async <T>(reader: Agent, asked: string): Promise<T> =>
    (await reader.get(`/api/snapshots${asked}`).expect(200)).body as T;

  it('are there when the system has started: one for each week with figures up to now', async () => {
    const { items, total } = await get<{ items: object[]; total: number }>(leader, '');
    expect(total).toBe(5);
    expect(items[0]).toEqual({
      week: '2023-06-22',
      revision: 1,
      frozenAt: '2023-06-23T07:00:00.000+07:00',
      planYears: [2023],
      correction: null,
      planned: '428137000000',
      disbursed: '223422000000',
      rate: '52.18',
    });
  });

  it('leave the silent office owing its return: it is informed so, and no other office is', async () => {
    const commune = await api.signedIn('commune@thongvon.test');
    const owed = async (reader: Agent): Promise<OwedBody> =>
      (await reader.get('/api/owed-returns').expect(200)).body as OwedBody;
    const office = (name: string) => ({ id: expect.any(String) as string, name });
    const [ofCommune, ofBoard] = [office('UBND xã Bình Dương'), office('Ban Quản lý dự án - Đô thị')];
    const silent = { kind: 'disbursement', sentBack: null, cameBack: null };
    const lastWeek = { ...silent, week: '2023-06-22', due: '2023-06-22T17:00:00.000+07:00', overdue: true };
    const thisWeek = { ...silent, week: '2023-06-29', due: '2023-06-29T17:00:00.000+07:00', overdue: false };
    const communes = await eventually(
      () => owed(commune),
      ({ items: [first] }) => first?.reminded?.sent === true,
    );
    const reminded = { on: '2023-06-23', rung: 3, to: 'reporter', sent: true };
    expect(communes).toEqual({
      items: [
        { ...lastWeek, organization: ofCommune, reminded },
        { ...thisWeek, organization: ofCommune, reminded: null },
      ],
    });
    const boards = await owed(board);
    expect(boards).toEqual({ items: [{ ...thisWeek, organization: ofBoard, reminded: null }] });
    expect(await owed(finance)).toEqual({ items: [] });
    // Who watches over them sees what each owes, and when it was reminded.
    const all = (await finance.get('/api/owed-returns?offices=all').expect(200)).body as OwedBody;
    expect(all.items).toEqual([...boards.items, ...communes.items]);
    expect((await board.get('/api/owed-returns?offices=all').expect(200)).body).toEqual(boards);
  });

  it('say the rate, the change on the week before, and who was silent', async () => {
    const week = await get<SeenWeek>(leader, '/2023-06-22');
    expect(week).toMatchObject({
      planned: '428137000000',
      disbursed: '223422000000',
      rate: '52.18',
      denominator: 'current-year-plan',
      planYear: 2023,
      previous: { week: '2023-06-15', revision: 1, disbursed: '212280469000' },
      change: '11141531000',
      unplanned: { projects: 0, disbursed: null },
      coverage: { owed: 2, fulfilled: 1 },
      laterReturns: 0,
    });
    expect(week.organizations.map(({ name, state, late }) => [name, state, late])).toEqual([
      ['Ban Quản lý dự án - Đô thị', 'reported', false],
      ['UBND xã Bình Dương', 'silent', false],
    ]);
    const summary = await leader.get(
      '/api/disbursements/summary?planYear=2023&asOf=2023-06-22&groupBy=source',
    );
    const { groups } = summary.body as { groups: { key: string; planned: string; disbursed: string }[] };
    expect(
      week.groups
        .filter(({ by }) => by === 'source')
        .map(({ key, planned, disbursed }) => ({ key, planned, disbursed })),
    ).toEqual(groups.map(({ key, planned, disbursed }) => ({ key, planned, disbursed })));
  });

  it('keep who owed what: a duty begins or ends after the last of them', async () => {
    const admin = await api.signedIn('admin@thongvon.test');
    const { organizations } = await get<SeenWeek>(leader, '/2023-06-22');
    const silent = organizations.find(({ state }) => state === 'silent')?.id ?? '';
    const put = (from: string) =>
      admin.put(`/api/organizations/${silent}/reporting-duty`).send({ kinds: [], from });
    expect((await put('2023-06-22').expect(422)).body).toMatchObject({
      code: 'DUTY-WEEK-FROZEN',
      first: '2023-06-23',
    });
    await put('2023-07-01').expect(200);
    // An office that is written down late owed nothing in weeks that didn't know of it.
    const late = { name: 'UBND xã Bình Chánh', kind: 'commune', effectiveFrom: '2020-01-01', reports: true };
    const { id } = (await admin.post('/api/organizations').send(late).expect(201)).body as { id: string };
    const duties = await admin.get(`/api/organizations/${id}/reporting-duty`).expect(200);
    expect(duties.body).toEqual({ items: [{ from: '2023-06-23', kinds: ['disbursement'] }] });
  });

  it('list projects with plan types, sources and changes, and blockers with what they hold', async () => {
    const { items, total } = await get<{ items: FrozenProjectView[]; total: number }>(
      leader,
      '/2023-06-22/projects?limit=500',
    );
    expect(items).toHaveLength(total);
    const sum = (field: 'planned' | 'disbursed' | 'change'): bigint =>
      items.reduce((all, project) => all + BigInt(project[field] ?? 0), 0n);
    expect([sum('planned'), sum('disbursed'), sum('change')]).toEqual([
      428137000000n,
      223422000000n,
      11141531000n,
    ]);
    expect(items[0]).toMatchObject({ figureAsOf: '2023-06-21', ageDays: 1, reported: true });
    const blockers = await get<{ items: object[] }>(leader, '/2023-06-22/blockers');
    const { blockers: held } = await get<SeenWeek>(leader, '/2023-06-22');
    expect(blockers.items).toHaveLength(held.blockers);
  });

  it('show the blockers of another’s project to the commune that clears a part of it', async () => {
    const commune = await api.signedIn('commune@thongvon.test');
    const seen = async (): Promise<[string[], SeenWeek['blockers']]> => {
      const { items } = await get<{ items: FrozenBlockerView[] }>(commune, '/2023-06-22/blockers');
      const { blockers } = await get<SeenWeek>(commune, '/2023-06-22');
      return [items.map(({ id }) => id), blockers];
    };
    const [before] = await seen();
    const { items } = await get<{ items: FrozenBlockerView[] }>(leader, '/2023-06-22/blockers');
    const theirs = items.find(({ id }) => !before.includes(id));
    const offices = await leader.get('/api/organizations').expect(200);
    const organization = (offices.body as { items: { id: string; kind: string }[] }).items.find(
      ({ kind }) => kind === 'commune',
    );
    await board
      .post(`/api/land-clearance/projects/${theirs?.project.id}/segments`)
      .send({ name: 'Đoạn qua xã', organizationId: organization?.id })
      .expect(201);
    const [after, held] = await seen();
    expect(after).toContain(theirs?.id);
    expect(held.blockers).toBe(after.length);
  });

  it('are compared: what moved per project adds up to the change between them', async () => {
    const { items } = await get<{ items: MovedProjectView[] }>(
      leader,
      '/comparison?from=2023-06-15&to=2023-06-22&limit=500',
    );
    expect(items.reduce((all, { change }) => all + BigInt(change ?? 0), 0n)).toBe(11141531000n);
    const [most] = items;
    expect(items.every(({ change }) => Number(change ?? 0) <= Number(most?.change))).toBe(true);
    const sums = await get<WeekComparisonView>(leader, '/comparison/sums?from=2023-06-15&to=2023-06-22');
    expect(sums).toMatchObject({
      from: { week: '2023-06-15' },
      to: { week: '2023-06-22', disbursed: '223422000000', planned: '428137000000', rate: '52.18' },
      planChange: '0',
      movement: { value: '11141531000', from: '2023-06-14', to: '2023-06-21', days: 7 },
      reckoning: { week: '2023-06-22', asOf: '2023-06-22', figuresOn: '2023-06-21' },
    });
    const same = await get<WeekComparisonView>(leader, '/comparison/sums?from=2023-06-22&to=2023-06-22');
    expect(same.movement).toMatchObject({ value: null, reason: 'not-reported', since: '2023-06-21' });
    await leader.get('/api/snapshots/comparison/sums?from=2023-06-15&to=2023-06-29').expect(404);
  });

  it('show a board only what is its own, and nothing of a week that is not frozen', async () => {
    const commune = await api.signedIn('commune@thongvon.test');
    expect(await get<SeenWeek>(commune, '/2023-06-22')).toMatchObject({
      planned: null,
      reason: 'no-plan',
      organizations: [{ name: 'UBND xã Bình Dương', state: 'silent' }],
    });
    expect((await get<SeenWeek>(board, '/2023-06-22')).organizations).toHaveLength(1);
    for (const week of ['2023-06-29', '2023-06-21', 'yesterday', '2023-06-22?revision=2']) {
      const { body } = await leader.get(`/api/snapshots/${week}`).expect(404);
      expect(body).toMatchObject({ code: 'SNAPSHOT-NOT-FOUND' });
    }
  });

  it('stay as they are when a return comes later; a correction is another revision that says why', async () => {
    const before = await get<SeenWeek>(leader, '/2023-06-22');
    const refused = await finance
      .post('/api/snapshots/2023-06-22/revisions')
      .send({ reason: 'Thử' })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'SNAPSHOT-CURRENT' });
    const commune = await api.signedIn('commune@thongvon.test');
    const upload = await commune
      .post('/api/returns')
      .attach('file', await demoWorkbook('commune-binh-duong-2023-06-21'), 'commune.xlsx')
      .expect(202);
    const { id } = upload.body as { id: string };
    await eventually(
      async () => ((await commune.get(`/api/returns/${id}`)).body as { status: string }).status,
      (status) => status === 'ready',
    );
    await commune.post(`/api/returns/${id}/submission`).expect(200);
    await finance.post(`/api/returns/${id}/approval`).expect(202);

    expect(await get<SeenWeek>(leader, '/2023-06-22')).toEqual({ ...before, laterReturns: 1 });
    await leader.post('/api/snapshots/2023-06-22/revisions').send({ reason: 'x' }).expect(403);
    const { body } = await finance
      .post('/api/snapshots/2023-06-22/revisions')
      .send({ reason: 'Xã gửi chậm' })
      .expect(201);
    expect(body).toMatchObject({ week: '2023-06-22', revision: 2, correction: 'Xã gửi chậm' });
    const after = await get<SeenWeek>(leader, '/2023-06-22');
    expect(after).toMatchObject({ revision: 2, latestRevision: 2, previous: { week: '2023-06-15' } });
    expect(after.unplanned.projects).toBeGreaterThan(before.unplanned.projects);
    expect(after.organizations.map(({ name, state, late }) => [name, state, late])).toContainEqual([
      'UBND xã Bình Dương',
      'reported',
      true,
    ]);
    expect(await get<SeenWeek>(leader, '/2023-06-22?revision=1')).toEqual({
      ...before,
      latestRevision: 2,
      laterReturns: 0,
    });
  });
});
