import { DataSource } from 'typeorm';
import { startTestApi, type TestApi } from '../support/test-api';

interface Item {
  id: string;
  name: string;
}
interface Page {
  items: Item[];
  total: number;
  nextCursor: string | null;
}

describe('the register of organisations', () => {
  let api: TestApi;
  let district: string;
  let board: string;
  let branch: string;
  let commune: string;
  beforeAll(async () => {
    api = await startTestApi();
    district = await api.organization('UBND huyện Thăng Bình');
    board = await api.organization('Ban Quản lý dự án - Đô thị', district);
    branch = await api.organization('Tổ quản lý số 1', board);
    commune = await api.organization('UBND xã Bình Dương', district);
    await api.user('board@thongvon.test', 'reporter', board);
    await api.user('leader@thongvon.test', 'leader', district);
    await api.user('admin@thongvon.test', 'administrator', district);
  });
  afterAll(() => api.close());

  const admin = () => api.signedIn('admin@thongvon.test');
  const names = (reply: { body: unknown }) => (reply.body as Page).items.map(({ name }) => name);

  it('shows a board itself and what is below it, nothing beside or above', async () => {
    const agent = await api.signedIn('board@thongvon.test');
    const list = await agent.get('/api/organizations').expect(200);
    expect(names(list)).toEqual(['Ban Quản lý dự án - Đô thị', 'Tổ quản lý số 1']);
    expect(list.body).toMatchObject({ total: 2, nextCursor: null });
    await agent.get(`/api/organizations/${branch}`).expect(200);
    const hidden = await agent.get(`/api/organizations/${commune}`).expect(404);
    expect(hidden.body).toMatchObject({ code: 'ORGANIZATION-UNKNOWN' });
    await agent.get(`/api/organizations/${district}`).expect(404);
  });

  it('shows a leader of the district all of it, and an administrator everything', async () => {
    const leader = await api.signedIn('leader@thongvon.test');
    expect(names(await leader.get('/api/organizations'))).toHaveLength(4);
    expect(names(await (await admin()).get('/api/organizations'))).toHaveLength(4);
  });

  it('shows what is below one, at any depth, to whoever sees it', async () => {
    const below = async (agent: Awaited<ReturnType<typeof admin>>, id: string) =>
      names(await agent.get('/api/organizations').query({ below: id }).expect(200));
    const agent = await admin();
    expect(await below(agent, district)).toEqual([
      'Ban Quản lý dự án - Đô thị',
      'Tổ quản lý số 1',
      'UBND xã Bình Dương',
    ]);
    expect(await below(agent, board)).toEqual(['Tổ quản lý số 1']);
    expect(await below(agent, branch)).toEqual([]);
    expect(await below(await api.signedIn('board@thongvon.test'), district)).toHaveLength(2);
  });

  it('is searched without accents, each word anywhere', async () => {
    const agent = await admin();
    expect(names(await agent.get('/api/organizations').query({ q: 'DUONG binh' }))).toEqual([
      'UBND xã Bình Dương',
    ]);
    expect(names(await agent.get('/api/organizations').query({ q: '%' }))).toEqual([]);
    expect(names(await agent.get('/api/organizations').query({ q: '' }))).toHaveLength(4);
  });

  it('is read page by page without gap or repetition', async () => {
    const agent = await admin();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = { limit: 3, ...(cursor ? { cursor } : {}) };
      const reply = await agent.get('/api/organizations').query(query).expect(200);
      const page = reply.body as Page;
      seen.push(...page.items.map(({ id }) => id));
      expect(page.total).toBe(4);
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen)).toEqual(new Set([district, board, branch, commune]));
  });

  it.each([
    'zzz',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('["\\u0000","b"]').toString('base64url'),
  ])('refuses the made-up cursor %s', async (cursor) => {
    const reply = await (await admin()).get('/api/organizations').query({ cursor }).expect(400);
    expect(reply.body).toMatchObject({ code: 'CURSOR-INVALID' });
  });

  it.each([
    { limit: '0' },
    { limit: '501' },
    { limit: 'x' },
    { asOf: '2023-02-30' },
    { asOf: '30/6/2023' },
    { page: '1' },
  ])('refuses the question %j', async (query) => {
    const reply = await (await admin()).get('/api/organizations').query(query).expect(400);
    expect(reply.body).toMatchObject({ code: 'VALIDATION', fields: [{ field: Object.keys(query)[0] }] });
  });

  it('founds one, changes it, and keeps it when it ends, with its successor', async () => {
    const agent = await admin();
    const request = {
      name: '  Phòng  Kinh tế ',
      kind: 'department',
      parentId: district,
      effectiveFrom: '2021-01-01',
    };
    const created = await agent.post('/api/organizations').send(request).expect(201);
    const { id } = created.body as Item;
    expect(created.body).toEqual({
      ...request,
      id,
      name: 'Phòng Kinh tế',
      commune: null,
      reports: false,
      effectiveTo: null,
      successorId: null,
    });
    const ending = { effectiveTo: '2025-06-30', successorId: commune };
    const ended = await agent.patch(`/api/organizations/${id}`).send(ending).expect(200);
    expect(ended.body).toMatchObject({ name: 'Phòng Kinh tế', ...ending });
    const on = async (asOf: string) =>
      names(await agent.get('/api/organizations').query({ asOf, q: 'kinh te' }));
    expect(await on('2020-12-31')).toEqual([]);
    expect(await on('2021-01-01')).toEqual(['Phòng Kinh tế']);
    expect(await on('2025-06-30')).toEqual(['Phòng Kinh tế']);
    expect(await on('2025-07-01')).toEqual([]);
    expect(names(await agent.get('/api/organizations').query({ q: 'kinh te' }))).toEqual(['Phòng Kinh tế']);
    await agent.post('/api/organizations').send(request).expect(201);
  });

  it.each([
    ['its name is taken', 409, 'ORGANIZATION-NAME-TAKEN', () => ({ name: 'ubnd xã  BÌNH DƯƠNG' })],
    ['it would stand above itself', 422, 'ORGANIZATION-CIRCLE', () => ({ parentId: board })],
    ['it would stand below one of its own', 422, 'ORGANIZATION-CIRCLE', () => ({ parentId: branch })],
    ['it would end before it began', 422, 'ORGANIZATION-PERIOD', () => ({ effectiveTo: '2019-12-31' })],
    ['it has a successor but no end', 422, 'ORGANIZATION-SUCCESSOR', () => ({ successorId: commune })],
    [
      'nobody has the id of its parent',
      422,
      'ORGANIZATION-REFERENCE-UNKNOWN',
      () => ({ parentId: '00000000-0000-4000-8000-000000000000' }),
    ],
    ['its name is taken away', 400, 'VALIDATION', () => ({ name: null })],
    ['its name holds a character that no text has', 400, 'VALIDATION', () => ({ name: 'a\u0000b' })],
  ])('does not change one when %s', async (_, status, code, change) => {
    const agent = await admin();
    const before = await agent.get(`/api/organizations/${board}`);
    const reply = await agent.patch(`/api/organizations/${board}`).send(change()).expect(status);
    expect(reply.body).toMatchObject({ code });
    expect((await agent.get(`/api/organizations/${board}`)).body).toEqual(before.body);
  });

  it('writes down who changed what', async () => {
    const agent = await admin();
    await agent.patch(`/api/organizations/${branch}`).send({ commune: 'Hà Lam' }).expect(200);
    const [entry] = await api.app
      .get(DataSource)
      .query<object[]>('SELECT action, subject, details FROM audit.audit_entry ORDER BY id DESC LIMIT 1');
    const subject = `organization:${branch}`;
    expect(entry).toEqual({ action: 'organization.changed', subject, details: { commune: 'Hà Lam' } });
  });

  it('is changed by administrators only', async () => {
    const leader = await api.signedIn('leader@thongvon.test');
    await leader.patch(`/api/organizations/${board}`).send({ reports: false }).expect(403);
    await leader.post('/api/organizations').send({}).expect(403);
  });

  describe('the duty to report', () => {
    const duties = async (agent: Awaited<ReturnType<typeof admin>>): Promise<unknown> =>
      (
        (await agent.get(`/api/organizations/${commune}/reporting-duty`).expect(200)).body as {
          items: unknown;
        }
      ).items;

    it('is set from a day on by the administrator, and what was owed before stays known', async () => {
      const agent = await admin();
      expect(await duties(agent)).toEqual([]);
      const put = (body: object) => agent.put(`/api/organizations/${commune}/reporting-duty`).send(body);
      await put({ kinds: ['land-clearance', 'disbursement'], from: '2023-01-01' }).expect(200);
      await put({ kinds: ['disbursement'] }).expect(200);
      expect(await duties(agent)).toEqual([
        { from: '2023-01-01', kinds: ['disbursement', 'land-clearance'] },
        { from: '2023-06-23', kinds: ['disbursement'] },
      ]);
      const { body } = await agent.get(`/api/organizations/${commune}`);
      expect(body).toMatchObject({ reports: true });
      await put({ kinds: ['plan'] }).expect(400);
      await put({ kinds: [], from: '2023-02-30' }).expect(400);
    });

    it('is listed for everybody in sight, by name', async () => {
      const seenBy = async (agent: Awaited<ReturnType<typeof admin>>) =>
        (await agent.get('/api/reporting-duties').expect(200)).body as Page;
      const { items, total } = await seenBy(await admin());
      expect(items).toContainEqual({
        organizationId: commune,
        organizationName: 'UBND xã Bình Dương',
        duties: [
          { from: '2023-01-01', kinds: ['disbursement', 'land-clearance'] },
          { from: '2023-06-23', kinds: ['disbursement'] },
        ],
        owed: [{ kind: 'disbursement', since: '2023-01-01' }],
        coming: [],
      });
      const before = await (await admin()).get('/api/reporting-duties?asOf=2023-06-22').expect(200);
      expect((before.body as Page).items).toContainEqual(
        expect.objectContaining({
          owed: ['disbursement', 'land-clearance'].map((kind) => ({ kind, since: '2023-01-01' })),
          coming: [{ from: '2023-06-23', kinds: ['disbursement'] }],
        }),
      );
      expect(total).toBe(items.length);
      expect((await seenBy(await api.signedIn('board@thongvon.test'))).items).toMatchObject([
        { organizationId: board, duties: [] },
        { organizationId: branch, duties: [] },
      ]);
    });

    it('follows the plain flag of an organisation', async () => {
      const agent = await admin();
      await agent.patch(`/api/organizations/${commune}`).send({ reports: false }).expect(200);
      expect(await duties(agent)).toContainEqual({ from: '2023-06-23', kinds: [] });
      const board = await api.signedIn('board@thongvon.test');
      await board.put(`/api/organizations/${commune}/reporting-duty`).send({ kinds: [] }).expect(403);
      await board.get(`/api/organizations/${commune}/reporting-duty`).expect(404);
    });
  });
});
