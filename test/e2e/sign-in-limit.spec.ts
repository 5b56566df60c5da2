import { DataSource } from 'typeorm';
import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

describe('guessing passwords', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const board = await api.organization('Ban Quản lý dự án');
    for (const name of ['one', 'two', 'three', 'four']) {
      await api.user(`${name}@thongvon.test`, 'reporter', board);
    }
  });
  afterAll(() => api.close());

  const signIn = async (name: string, password: string) => {
    const body = { email: `${name}@thongvon.test`, password };
    return api.anyone().post('/api/session').send(body);
  };
  const fail = async (name: string, times: number) => {
    for (let time = 0; time < times; time += 1) expect((await signIn(name, 'wrong')).status).toBe(401);
  };

  it('is stopped after ten failures, even for the right password, and says when to come back', async () => {
    await fail('one', 10);
    const reply = await signIn('one', TEST_PASSWORD);
    expect(reply.status).toBe(429);
    expect(reply.body).toMatchObject({ code: 'SIGN-IN-LIMIT' });
    expect(Number(reply.get('Retry-After'))).toBeGreaterThan(840);
    expect(Number(reply.get('Retry-After'))).toBeLessThanOrEqual(900);
  });

  it('does not keep a colleague behind the same address out', async () => {
    expect((await signIn('one', TEST_PASSWORD)).status).toBe(429);
    expect((await signIn('two', TEST_PASSWORD)).status).toBe(200);
  });

  it('counts anew after a success', async () => {
    await fail('three', 9);
    expect((await signIn('three', TEST_PASSWORD)).status).toBe(200);
    await fail('three', 9);
    expect((await signIn('three', TEST_PASSWORD)).status).toBe(200);
  });

  it('is not quicker when all guesses are sent at once', async () => {
    const replies = await Promise.all(Array.from({ length: 14 }, () => signIn('four', 'wrong')));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  });

  it('is stopped after a hundred failures from one address, whatever accounts are tried', async () => {
    const address = `key LIKE 'address:%'`;
    await api.app
      .get(DataSource)
      .query(`UPDATE organizations.sign_in_limit SET points = 99 WHERE ${address}`);
    expect((await signIn('someone', 'wrong')).status).toBe(401);
    expect((await signIn('someone-else', 'wrong')).status).toBe(429);
  });

  it('leaves no addresses in the table that counts', async () => {
    const rows = await api.app.get(DataSource).query<object[]>('SELECT key FROM organizations.sign_in_limit');
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toMatch(/thongvon|127\.0\.0\.1/);
  });
});

describe('guessing passwords through a proxy', () => {
  const statuses = async (TRUST_PROXY: string): Promise<number[]> => {
    const api = await startTestApi({ TRUST_PROXY });
    try {
      const guess = (address: string) =>
        api
          .anyone()
          .post('/api/session')
          .set('X-Forwarded-For', address)
          .send({ email: `${address}@thongvon.test`, password: 'wrong' });
      await guess('192.0.2.1');
      await api.app
        .get(DataSource)
        .query(`UPDATE organizations.sign_in_limit SET points = 100 WHERE key LIKE 'address:%'`);
      return [(await guess('192.0.2.1')).status, (await guess('192.0.2.2')).status];
    } finally {
      await api.close();
    }
  };

  it('counts by what the proxy says of the caller, where one is trusted', async () => {
    expect(await statuses('1')).toEqual([429, 401]);
  });

  it('counts by who connects, where none is trusted, whatever is said', async () => {
    expect(await statuses('0')).toEqual([429, 429]);
  });
});
