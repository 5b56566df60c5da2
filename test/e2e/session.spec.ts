import { DataSource } from 'typeorm';
import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

const BOARD = 'board@thongvon.test';

describe('a session', () => {
  let api: TestApi;
  let board: string;
  beforeAll(async () => {
    api = await startTestApi();
    board = await api.organization('Ban Quản lý dự án');
    await api.user(BOARD, 'reporter', board);
  });
  afterAll(() => api.close());

  const signIn = (email: string, password: string) =>
    api.anyone().post('/api/session').send({ email, password });

  it('is opened with e-mail and password and says who is signed in', async () => {
    const opened = await signIn(' Board@ThongVon.test ', TEST_PASSWORD).expect(200);
    const user = {
      email: BOARD,
      role: 'reporter',
      organizationId: board,
      organizationName: 'Ban Quản lý dự án',
    };
    expect(opened.body).toMatchObject({ user, csrfToken: expect.any(String) as string });
    const agent = await api.signedIn(BOARD);
    const shown = await agent.get('/api/session').expect(200);
    expect(shown.body).toMatchObject({ user });
    expect(JSON.stringify(shown.body)).not.toContain('argon2');
  });

  it('lives in a cookie that scripts can not read, next to the token that they echo', async () => {
    const reply = await signIn(BOARD, TEST_PASSWORD).expect(200);
    const [session, csrf] = reply.get('Set-Cookie') ?? [];
    expect(session).toMatch(
      /^session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
    expect(csrf).toMatch(/^csrf-token=[\w-]{43}; Max-Age=43200; Path=\/; Expires=.*; SameSite=Lax$/);
  });

  it('is kept by the database as a hash only', async () => {
    const reply = await signIn(BOARD, TEST_PASSWORD).expect(200);
    const token = /session=([\w-]+)/.exec(String(reply.get('Set-Cookie')))?.[1] ?? '';
    const rows = await api.app.get(DataSource).query<object[]>('SELECT * FROM organizations.session');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is refused in the same words for a wrong password, an unknown and a disabled account', async () => {
    await api.user('gone@thongvon.test', 'reporter', board);
    await api.app
      .get(DataSource)
      .query(`UPDATE organizations.user_account SET disabled_at = now() WHERE email LIKE 'gone@%'`);
    const replies = await Promise.all([
      signIn(BOARD, 'wrong'),
      signIn('nobody@thongvon.test', TEST_PASSWORD),
      signIn('gone@thongvon.test', TEST_PASSWORD),
    ]);
    for (const { status, body } of replies) {
      expect(status).toBe(401);
      expect({ ...(body as object), requestId: '' }).toEqual({
        ...(replies[0].body as object),
        requestId: '',
      });
      expect(body).toMatchObject({ code: 'SIGN-IN-REFUSED', status: 401 });
    }
  });

  it('ends after twelve hours', async () => {
    const agent = await api.signedIn(BOARD);
    const turn = (interval: string) =>
      api.app
        .get(DataSource)
        .query(`UPDATE organizations.session SET expires_at = expires_at - interval '${interval}'`);
    await turn('11 hours 59 minutes');
    await agent.get('/api/session').expect(200);
    await turn('1 minute');
    const reply = await agent.get('/api/session').expect(401);
    expect(reply.body).toMatchObject({ code: 'NOT-SIGNED-IN' });
  });

  it('ends when the person signs out, and with it its cookies', async () => {
    const agent = await api.signedIn(BOARD);
    const other = await api.signedIn(BOARD);
    const reply = await agent.delete('/api/session').expect(204);
    expect(reply.get('Set-Cookie')).toEqual([
      expect.stringMatching(/^session=; .*Expires=Thu, 01 Jan 1970/) as string,
      expect.stringMatching(/^csrf-token=; .*Expires=Thu, 01 Jan 1970/) as string,
    ]);
    await agent.get('/api/session').expect(401);
    await other.get('/api/session').expect(200);
  });

  it('is not made of a cookie that nobody was given', async () => {
    await api.anyone().get('/api/session').expect(401);
    await api.anyone().get('/api/session').set('Cookie', 'session=made-up').expect(401);
  });

  it('leaves neither e-mail addresses nor passwords nor cookies in the log', async () => {
    await signIn(BOARD, TEST_PASSWORD).expect(200);
    await signIn('who@thongvon.test', 'secret-guess').expect(401);
    await api.anyone().get('/api/organizations?q=who@thongvon.test').expect(401);
    const log = api.logged.join('\n');
    expect(log).toMatch(/POST \/api\/session 401 \d+ ms/);
    expect(log).toMatch(/GET \/api\/organizations 401 \d+ ms/);
    for (const secret of ['thongvon.test', TEST_PASSWORD, 'secret-guess', 'session=']) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('a session behind https', () => {
  it('has cookies that never travel in the clear', async () => {
    const api = await startTestApi({ PUBLIC_URL: 'https://thongvon.example' });
    try {
      await api.user(BOARD, 'reporter', await api.organization('Ban Quản lý dự án'));
      const reply = await api.anyone().post('/api/session').send({ email: BOARD, password: TEST_PASSWORD });
      for (const cookie of reply.get('Set-Cookie') ?? []) expect(cookie).toContain('; Secure');
      expect(reply.get('Set-Cookie')).toHaveLength(2);
    } finally {
      await api.close();
    }
  });
});
