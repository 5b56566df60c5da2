import { createAdministrator } from '../../apps/standalone/create-admin/administrator';
import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

describe('the first administrator', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const create = (email: string, over: { organization?: string; force?: boolean } = {}) =>
    createAdministrator(api.environment, { email, name: 'Quản trị', password: TEST_PASSWORD, ...over });

  it('is made on an empty system, with an office, and can sign in', async () => {
    await create('First@thongvon.test');
    const agent = await api.signedIn('first@thongvon.test');
    const { body } = await agent.get('/api/session').expect(200);
    expect(body).toMatchObject({ user: { role: 'administrator', organizationName: 'Quản trị hệ thống' } });
  });

  it('is the only one made without force', async () => {
    await expect(create('second@thongvon.test')).rejects.toMatchObject({ code: 'ADMINISTRATOR-EXISTS' });
    await expect(create('first@thongvon.test', { force: true })).rejects.toMatchObject({
      code: 'USER-EMAIL-TAKEN',
    });
    await create('second@thongvon.test', { force: true });
    await api.signedIn('second@thongvon.test');
  });

  it('joins an office that is there already', async () => {
    const id = await api.organization('UBND huyện Thăng Bình');
    const user = await create('third@thongvon.test', { organization: 'UBND Huyện Thăng Bình', force: true });
    expect(user.organizationId).toBe(id);
  });
});
