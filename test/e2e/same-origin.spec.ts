import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

const ADMIN = 'admin@thongvon.test';
const PUBLIC_URL = 'http://thongvon.example';

describe('a state-changing call', () => {
  let api: TestApi;
  let id: string;
  beforeAll(async () => {
    api = await startTestApi({ PUBLIC_URL });
    id = await api.organization('UBND huyện');
    await api.user(ADMIN, 'administrator', id);
  });
  afterAll(() => api.close());

  /** Signed in with cookies only, as a browser that another site's page abuses would be. */
  const browser = async () => {
    const agent = api.anyone();
    const { body } = await agent.post('/api/session').send({ email: ADMIN, password: TEST_PASSWORD });
    return { agent, csrfToken: (body as { csrfToken: string }).csrfToken };
  };
  const change = (agent: ReturnType<TestApi['anyone']>, headers: Record<string, string>) =>
    agent.patch(`/api/organizations/${id}`).set(headers).send({ reports: false });

  it('is taken from a page of the public address', async () => {
    await change((await browser()).agent, { Origin: PUBLIC_URL }).expect(200);
  });

  it('is taken from a page of the very host that it is sent to', async () => {
    await change((await browser()).agent, { Host: 'localhost:8080', Origin: 'http://localhost:8080' }).expect(
      200,
    );
  });

  it('is taken without an origin when it echoes the token', async () => {
    const { agent, csrfToken } = await browser();
    await change(agent, { 'x-csrf-token': csrfToken }).expect(200);
  });

  it('is refused without origin and token, or with a token that is not the session’s', async () => {
    const { agent } = await browser();
    const other = await browser();
    const refused = await change(agent, {}).expect(403);
    expect(refused.body).toMatchObject({ code: 'CSRF' });
    await change(agent, { 'x-csrf-token': other.csrfToken }).expect(403);
    await change(agent, { 'x-csrf-token': '' }).expect(403);
  });

  it.each([
    'https://evil.example',
    'https://thongvon.example.evil.example',
    'https://thongvon.example',
    'null',
    'x',
  ])('is refused from the origin %s even with the token', async (origin) => {
    const { agent, csrfToken } = await browser();
    const refused = await change(agent, { Origin: origin, 'x-csrf-token': csrfToken }).expect(403);
    expect(refused.body).toMatchObject({ code: 'CSRF' });
  });

  it('that signs in needs no token, but no page of another site may send it', async () => {
    const signIn = () => api.anyone().post('/api/session').send({ email: ADMIN, password: TEST_PASSWORD });
    await signIn().expect(200);
    await signIn().set('Origin', PUBLIC_URL).expect(200);
    await signIn().set('Origin', 'https://evil.example').expect(403);
  });

  it('that signs in works beside an old session', async () => {
    const { agent } = await browser();
    await agent.post('/api/session').send({ email: ADMIN, password: TEST_PASSWORD }).expect(200);
  });

  it('of nobody is asked to sign in', async () => {
    await change(api.anyone(), {}).expect(401);
  });
});
