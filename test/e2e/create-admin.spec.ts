import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { DataSource } from 'typeorm';
import { parseEnvironment } from '@thongvon/platform';
import { createAdministrator } from '../../apps/standalone/create-admin/administrator';
import { ROOT } from '../support/program';
import { startTestApi, TEST_PASSWORD, type TestApi } from '../support/test-api';

const COMMAND = path.join(ROOT, 'dist', 'apps', 'standalone', 'create-admin', 'command.js');

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

  it('founds its office on the day of the system’s clock', async () => {
    const { DATABASE_URL } = api.environment;
    const environment = parseEnvironment({ DATABASE_URL, NOW: '2023-06-23T08:00:00+07:00' });
    const admin = { email: 'fourth@thongvon.test', name: 'Quản trị', password: TEST_PASSWORD, force: true };
    const { organizationId } = await createAdministrator(environment, {
      ...admin,
      organization: 'UBND xã Mới',
    });
    const founded = api.app
      .get(DataSource)
      .query(`SELECT effective_from AS day FROM organizations.organization WHERE id = $1`, [organizationId]);
    expect(await founded).toEqual([{ day: '2023-06-23' }]);
  });

  it('has the password that another program gives the command', async () => {
    const running = promisify(execFile)(
      process.execPath,
      [COMMAND, 'fifth@thongvon.test', 'Quản trị', '--force'],
      { env: { PATH: process.env['PATH'], DATABASE_URL: api.environment.DATABASE_URL } },
    );
    running.child.stdin?.write('một câu từ đầu vào\n');
    const { stdout } = await running;
    expect(stdout).not.toContain('shown only once');
    await api
      .anyone()
      .post('/api/session')
      .send({ email: 'fifth@thongvon.test', password: 'một câu từ đầu vào' })
      .expect(200);
    // A program hashes it as OWASP says; only within these tests it is done quickly (test/support/shared-costs.ts).
    const stored = await api.app
      .get(DataSource)
      .query<{ hash: string }[]>(
        `SELECT password_hash AS hash FROM organizations.user_account WHERE email = 'fifth@thongvon.test'`,
      );
    expect(stored).toEqual([
      { hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) as string },
    ]);
  });
});
