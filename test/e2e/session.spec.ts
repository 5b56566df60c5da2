import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const board = await api.organization('Ban Quản lý dự án');
    await api.user('board@thongvon.test', 'reporter', board);
  });
  afterAll(() => api.close());

  it('opens a session that says who is signed in', async () => {
    const agent = await api.signedIn('board@thongvon.test');
    const reply = await agent.get('/api/session').expect(200);
    expect(reply.body).toMatchObject({ user: { email: 'board@thongvon.test', role: 'reporter' } });
    await api.anyone().post('/api/session').send({ email: 'x', password: TEST_PASSWORD }).expect(401);
  });
});
