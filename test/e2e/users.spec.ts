import { DataSource } from 'typeorm';
import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

const ADMIN = 'admin@thongvon.test';
const NEW_PASSWORD = 'another good one';

describe('the register of accounts', () => {
  let api: TestApi;
  let district: string;
  let admin: Awaited<ReturnType<TestApi['signedIn']>>;
  let adminId: string;
  beforeAll(async () => {
    api = await startTestApi();
    district = await api.organization('UBND huyện');
    adminId = await api.user(ADMIN, 'administrator', district);
    admin = await api.signedIn(ADMIN);
  });
  afterAll(() => api.close());

  const create = (email: string, over: object = {}) =>
    admin.post('/api/users').send({
      email,
      name: 'Nguyễn Thị Đào',
      role: 'reporter',
      organizationId: district,
      password: TEST_PASSWORD,
      ...over,
    });
  const made = async (email: string) => ((await create(email).expect(201)).body as { id: string }).id;

  it('makes an account that can sign in, and shows it without its password', async () => {
    const reply = await create('New@ThongVon.test').expect(201);
    expect(reply.body).toEqual({
      id: expect.any(String) as string,
      email: 'new@thongvon.test',
      name: 'Nguyễn Thị Đào',
      role: 'reporter',
      organizationId: district,
      organizationName: 'UBND huyện',
      disabled: false,
    });
    await api.signedIn('new@thongvon.test');
    const found = await admin.get('/api/users').query({ q: 'dao nguyen' }).expect(200);
    expect(found.body).toMatchObject({ total: 1, items: [reply.body] });
  });

  it.each([
    [{ email: ADMIN }, 409, 'USER-EMAIL-TAKEN'],
    [{ organizationId: '00000000-0000-4000-8000-000000000000' }, 422, 'ORGANIZATION-REFERENCE-UNKNOWN'],
    [{ role: 'king' }, 400, 'VALIDATION'],
    [{ password: 'zq9zq9' }, 400, 'VALIDATION'],
    [{ email: 'no address' }, 400, 'VALIDATION'],
    [{ isAdmin: true }, 400, 'VALIDATION'],
  ])('makes none of %j', async (over, status, code) => {
    const reply = await create('other@thongvon.test', over).expect(status);
    expect(reply.body).toMatchObject({ code });
    expect(JSON.stringify(reply.body)).not.toContain('zq9zq9');
  });

  it('changes role and office at once, also for who is signed in', async () => {
    const id = await made('mover@thongvon.test');
    const agent = await api.signedIn('mover@thongvon.test');
    await agent.get('/api/users').expect(403);
    await admin.patch(`/api/users/${id}`).send({ role: 'administrator' }).expect(200);
    await agent.get('/api/users').expect(200);
    await admin.patch(`/api/users/${id}`).send({ role: 'leader', name: 'Lê Văn Ân' }).expect(200);
    await agent.get('/api/users').expect(403);
  });

  it('ends the sessions of a disabled account for good, and lets it sign in anew when enabled', async () => {
    const id = await made('leaver@thongvon.test');
    const agent = await api.signedIn('leaver@thongvon.test');
    await admin.patch(`/api/users/${id}`).send({ disabled: true }).expect(200);
    await agent.get('/api/session').expect(401);
    await admin.patch(`/api/users/${id}`).send({ disabled: false }).expect(200);
    await agent.get('/api/session').expect(401);
    await api.signedIn('leaver@thongvon.test');
  });

  it('sets a password, which ends every session', async () => {
    const id = await made('forgetful@thongvon.test');
    const agent = await api.signedIn('forgetful@thongvon.test');
    await admin.put(`/api/users/${id}/password`).send({ password: NEW_PASSWORD }).expect(204);
    await agent.get('/api/session').expect(401);
    const signIn = (password: string) =>
      api.anyone().post('/api/session').send({ email: 'forgetful@thongvon.test', password });
    await signIn(TEST_PASSWORD).expect(401);
    await signIn(NEW_PASSWORD).expect(200);
  });

  describe('a link by which a person sets the password', () => {
    const EMAIL = 'newcomer@thongvon.test';
    let id: string;
    beforeAll(async () => {
      const reply = await create(EMAIL, { password: undefined }).expect(201);
      ({ id } = reply.body as { id: string });
    });

    const signIn = (password: string) => api.anyone().post('/api/session').send({ email: EMAIL, password });
    const link = async () =>
      ((await admin.put(`/api/users/${id}/password-link`).expect(200)).body as { token: string }).token;
    const use = (token: string) => api.anyone().put('/api/password').send({ token, password: NEW_PASSWORD });

    it('opens an account that was made without one, once', async () => {
      const token = await link();
      await use('made-up').expect(404);
      await use(token).expect(204);
      const again = await use(token).expect(404);
      expect(again.body).toMatchObject({ code: 'PASSWORD-LINK-INVALID' });
      await signIn(NEW_PASSWORD).expect(200);
      const rows = await api.app.get(DataSource).query<object[]>('SELECT * FROM organizations.password_link');
      expect(rows).toEqual([]);
    });

    it('ends every session; is void after a newer one, after three days, and while the account is disabled', async () => {
      const old = await link();
      const newer = await link();
      await use(old).expect(404);
      const database = api.app.get(DataSource);
      const turn = (by: string) =>
        database.query(`UPDATE organizations.password_link SET expires_at = expires_at + interval '${by}'`);
      await turn('-72 hours');
      await use(newer).expect(404);
      await turn('72 hours');
      await admin.patch(`/api/users/${id}`).send({ disabled: true }).expect(200);
      await use(newer).expect(404);
      await admin.put(`/api/users/${id}/password-link`).expect(409);
      await admin.patch(`/api/users/${id}`).send({ disabled: false }).expect(200);
      const agent = api.anyone();
      await agent.post('/api/session').send({ email: EMAIL, password: NEW_PASSWORD }).expect(200);
      await use(newer).expect(204);
      await agent.get('/api/session').expect(401);
    });
  });

  it('lets a person change the own password, which ends all other sessions', async () => {
    await made('careful@thongvon.test');
    const [agent, elsewhere] = [
      await api.signedIn('careful@thongvon.test'),
      await api.signedIn('careful@thongvon.test'),
    ];
    const change = (current: string) =>
      agent.put('/api/session/password').send({ current, password: NEW_PASSWORD });
    const refused = await change('not this one').expect(422);
    expect(refused.body).toMatchObject({ code: 'PASSWORD-WRONG' });
    await change(TEST_PASSWORD).expect(204);
    await agent.get('/api/session').expect(200);
    await elsewhere.get('/api/session').expect(401);
    await change(NEW_PASSWORD).expect(204);
  });

  it('keeps the last administrator', async () => {
    for (const change of [{ disabled: true }, { role: 'leader' }]) {
      const reply = await admin.patch(`/api/users/${adminId}`).send(change).expect(409);
      expect(reply.body).toMatchObject({ code: 'USER-LAST-ADMINISTRATOR' });
    }
    await admin.get('/api/session').expect(200);
  });

  it('knows no account by an id that is none', async () => {
    await admin.get('/api/users/1').expect(404);
    await admin.patch('/api/users/00000000-0000-4000-8000-000000000000').send({ name: 'Ai đó' }).expect(404);
  });

  it('leaves no names or addresses in the audit trail', async () => {
    const rows = await api.app.get(DataSource).query<object[]>('SELECT * FROM audit.audit_entry');
    const trail = JSON.stringify(rows);
    expect(trail).toContain('user.created');
    expect(trail).toContain('user.password-set');
    expect(trail).not.toMatch(/thongvon\.test|Nguyễn|Lê Văn|argon2/);
  });
});
