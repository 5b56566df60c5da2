import { startTestApi, type TestApi } from '../support/test-api';

describe('what anyone may know of a system', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const about = async () => (await api.anyone().get('/api/about').expect(200)).body as object;

  it('is that a new one has no account, and is no demo', async () => {
    expect(await about()).toMatchObject({ demo: false, hasAccounts: false });
  });

  it('is that somebody can sign in, once there is an account', async () => {
    await api.user('one@thongvon.test', 'administrator', await api.organization('UBND huyện'));
    expect(await about()).toMatchObject({ demo: false, hasAccounts: true });
  });

  it('is the date of its clock, and whether that was set', async () => {
    expect(await about()).toMatchObject({
      today: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
      clockSet: expect.any(Boolean) as boolean,
    });
  });
});
