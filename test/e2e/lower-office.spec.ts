import { DataSource } from 'typeorm';
import { ROLES, type Role } from '@thongvon/api-contract';
import { startTestApi, type TestApi } from '../support/test-api';

type Agent = ReturnType<TestApi['anyone']>;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const REASON = { reason: 'thử' };
/** Bodies that a call of the own office would be accepted with, by the last word of the path. */
const BODIES: readonly object[] = [
  {},
  REASON,
  { role: 'administrator' },
  { disabled: true },
  { name: 'Tên khác' },
  { password: 'một mật khẩu rất dài' },
  { receives: false },
  { kinds: [] },
  { parentId: null },
  { commune: 'xã khác' },
  { answers: [{ code: 'RET-DATE-UNKNOWN', sheet: null, cell: null, value: '2023-06-14' }] },
];

/** What isn't the office's own, and no call of an office below may read or change. */
interface Foreign {
  readonly district: string;
  readonly beside: string;
  readonly user: string;
  readonly project: string;
  readonly mail: string;
  readonly returnId: string;
}

const NAMES = [
  'Phòng Tài chính bí mật',
  'Tổ dự án kín',
  'Cầu Vô Danh',
  'thu-mat@thongvon.test',
  'bang-mat.xlsx',
];

describe('a role in an office below', () => {
  let api: TestApi;
  let data: DataSource;
  let foreign: Foreign;
  let commune: string;
  const agents = new Map<Role, Agent>();

  beforeAll(async () => {
    api = await startTestApi();
    data = api.app.get(DataSource);
    const district = await api.organization('Phòng Tài chính bí mật');
    const beside = await api.organization('Tổ dự án kín', district);
    commune = await api.organization('UBND xã Dưới', district);
    const user = await api.user('thu-mat@thongvon.test', 'finance-head', district);
    const one = async (sql: string, parameters: unknown[]): Promise<string> => {
      const [row] = await data.query<{ id: string }[]>(sql, parameters);
      return row?.id ?? '';
    };
    const project = await one(
      `INSERT INTO projects.project (code, name, name_key, kind, owner_id, registered_by, created_at)
       VALUES ('7999991', 'Cầu Vô Danh', 'cau vo danh', 'bridge', $1, $1, now()) RETURNING id`,
      [beside],
    );
    const mail = await one(
      `INSERT INTO platform.mail (id, key, kind, sender, recipient, subject, search_key, message_id, message, created_at)
       VALUES (gen_random_uuid(), 'mat', 'weekly-digest', 'a@b.test', 'thu-mat@thongvon.test', 'Cầu Vô Danh', 'x', 'x', '', now())
       RETURNING id`,
      [],
    );
    await data.query(`INSERT INTO returns.stored_file (sha256, size, bytes) VALUES ('mat', 1, 'x')`);
    const returnId = await one(
      `INSERT INTO returns.return (organization_id, uploaded_by, file_sha256, file_name, status, received_at)
       VALUES ($1, $2, 'mat', 'bang-mat.xlsx', 'needs-attention', now()) RETURNING id`,
      [beside, user],
    );
    await data.query(
      `INSERT INTO audit.audit_entry (at, actor_id, action, subject, details) VALUES (now(), $1, 'project.change', $2, '{}')`,
      [user, `project:${project}`],
    );
    foreign = { district, beside, user, project, mail, returnId };
    for (const role of ROLES) {
      await api.user(`${role}@duoi.test`, role, commune);
      agents.set(role, await api.signedIn(`${role}@duoi.test`));
    }
  });
  afterAll(() => api.close());

  const agentOf = (role: Role): Agent => agents.get(role) ?? api.anyone();
  const standing = (): Promise<unknown> =>
    data.query(
      `SELECT (SELECT json_agg(o ORDER BY o.id) FROM organizations.organization o) AS offices,
         (SELECT json_agg(u ORDER BY u.id) FROM organizations.user_account u) AS users,
         (SELECT json_agg(p ORDER BY p.id) FROM projects.project p) AS projects,
         (SELECT json_agg(r ORDER BY r.id) FROM returns.return r) AS returns,
         (SELECT json_agg(m.state ORDER BY m.id) FROM platform.mail m) AS mails,
         (SELECT count(*) FROM organizations.password_link) AS links, (SELECT count(*) FROM digest.digest_recipient) AS recipients,
         (SELECT count(*) FROM reporting_duties.reporting_duty) AS duties, (SELECT count(*) FROM snapshots.weekly_snapshot) AS snapshots`,
    );
  /** Every operation of the API that names something by an id. */
  const operations = async (): Promise<{ method: Method; path: string }[]> => {
    const { body } = await agentOf('reporter').get('/api/docs-json').expect(200);
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method as Method, path })),
    );
  };
  /** What an id of the path could be of: the thing itself where we have one, else a project and a return. */
  const idsFor = (path: string): readonly string[] => {
    const { district, beside, user, project, mail, returnId } = foreign;
    if (/^\/api\/(?:users|digest)\//.test(path)) return [user];
    if (/^\/api\/(?:organizations|office-profiles)\//.test(path)) return [district, beside];
    if (path.startsWith('/api/mails/')) return [mail];
    if (path.startsWith('/api/returns/')) return [returnId];
    return [project];
  };
  const send = (agent: Agent, method: Method, address: string, body: object) =>
    method === 'get' ? agent.get(address).buffer(true) : agent[method](address).send(body);

  it.each(ROLES)(
    '%s reaches nothing of another office by its id, whatever the call',
    async (role) => {
      const before = await standing();
      const reached = [];
      for (const { method, path } of await operations()) {
        if (!path.includes('{') || path.includes('{week}') || path.includes('{year}')) continue;
        for (const id of idsFor(path)) {
          const address = path.replaceAll(/\{\w+\}/g, id);
          for (const body of method === 'get' ? [{}] : BODIES) {
            const { status, text } = await send(agentOf(role), method, address, body);
            const seen = NAMES.filter((name) => text.includes(name));
            if (status < 400 || status >= 500 || seen.length > 0)
              reached.push([method, path, JSON.stringify(body), status, ...seen].join(' '));
          }
        }
      }
      expect(reached).toEqual([]);
      expect(await standing()).toEqual(before);
    },
    60_000,
  );

  it.each(ROLES)('%s reads nothing of another office in any list', async (role) => {
    const reported = [];
    for (const { method, path } of await operations()) {
      if (method !== 'get' || path.includes('{')) continue;
      for (const query of ['', '?planYear=2023&asOf=2023-06-21']) {
        const { text, status } = await agentOf(role).get(`${path}${query}`).buffer(true);
        const seen = NAMES.filter((name) => text.includes(name));
        if (status < 400 && seen.length > 0) reported.push([path, ...seen].join(' '));
      }
    }
    expect(reported).toEqual([]);
  });

  it('an administrator makes accounts and offices within the own subtree only, and moves nothing out of it', async () => {
    const admin = agentOf('administrator');
    const account = { email: 'moi@duoi.test', name: 'Mới', role: 'finance-head' };
    for (const organizationId of [foreign.district, foreign.beside])
      await admin
        .post('/api/users')
        .send({ ...account, organizationId })
        .expect(422);
    const { body } = await admin
      .post('/api/users')
      .send({ ...account, organizationId: commune })
      .expect(201);
    const { id } = body as { id: string };
    await admin.patch(`/api/users/${id}`).send({ organizationId: foreign.district }).expect(422);
    const own = (await admin.get('/api/session')).body as { user: { id: string } };
    await admin.patch(`/api/users/${own.user.id}`).send({ organizationId: foreign.district }).expect(422);

    const office = { name: 'Tổ mới', kind: 'commune', effectiveFrom: '2023-01-01' };
    await admin.post('/api/organizations').send(office).expect(422);
    await admin
      .post('/api/organizations')
      .send({ ...office, parentId: foreign.district })
      .expect(422);
    const made = await admin
      .post('/api/organizations')
      .send({ ...office, parentId: commune })
      .expect(201);
    const at = `/api/organizations/${(made.body as { id: string }).id}`;
    for (const parentId of [null, foreign.district, foreign.beside])
      await admin.patch(at).send({ parentId }).expect(422);
    for (const change of [{ parentId: foreign.beside }, { parentId: null }, { reports: false }])
      await admin.patch(`/api/organizations/${commune}`).send(change).expect(403);
  });

  it('the last administrator of the top office stays, whoever else keeps an office below', async () => {
    const top = await api.user('dau@thongvon.test', 'administrator', foreign.district);
    const admin = await api.signedIn('dau@thongvon.test');
    for (const change of [{ disabled: true }, { role: 'leader' }, { organizationId: commune }])
      await admin.patch(`/api/users/${top}`).send(change).expect(409);
  });
});
