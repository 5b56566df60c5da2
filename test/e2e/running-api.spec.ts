import { once } from 'node:events';
import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { Logger } from '@nestjs/common';
import request from 'supertest';
import { parseEnvironment, SystemClock } from '@thongvon/platform';
import { startApi, type RunningApi } from '../../apps/api/start-api';
import { withClient } from '../support/run-databases';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('a running API', () => {
  let database: TestDatabase;
  let api: RunningApi | undefined;
  beforeEach(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await api?.close();
    api = undefined;
    await database.drop();
  });

  const start = async (settings: Record<string, string> = {}): Promise<string> => {
    const environment = parseEnvironment({ DATABASE_URL: database.url, ...settings });
    environment.PORT = 0;
    api = await startApi(environment, new SystemClock());
    return api.url;
  };

  it('is live and ready', async () => {
    const url = await start();
    await request(url).get('/api/health/live').expect(200, { status: 'ok' });
    await request(url).get('/api/health/ready').expect(200, { status: 'ok' });
  });

  it('is live but not ready when its database is gone', async () => {
    const url = await start();
    await database.drop();
    await request(url).get('/api/health/live').set('Cookie', 'session=x').expect(200);
    const reply = await request(url).get('/api/health/ready').expect(503);
    expect(reply.body).toMatchObject({ code: 'NOT-READY', status: 503 });
  });

  it('is not ready when the Redis that it is informed of does not answer', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as { port: number };
    probe.close();
    const url = await start({ REDIS_URL: `redis://127.0.0.1:${port}` });
    await request(url).get('/api/health/ready').expect(503);
  });

  it('refuses to start on a database that lacks a migration, and names it', async () => {
    await withClient(database.url, async (client) => {
      await client.query(`DELETE FROM schema_migration WHERE name = 'FirstTables1700000000001'`);
    });
    await expect(start()).rejects.toThrow('FirstTables1700000000001');
  });

  it('refuses to start on a database without any', async () => {
    await withClient(database.url, async (client) => {
      await client.query('DROP TABLE schema_migration');
    });
    await expect(start()).rejects.toThrow('run them first');
  });

  it('shows its documentation without any other host', async () => {
    const url = await start();
    const page = await request(url).get('/api/docs').redirects(1).expect(200);
    expect(page.text).toContain('Thông Vốn API');
    expect(page.text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    const document = await request(url).get('/api/docs-json').expect(200);
    expect(document.body).toMatchObject({ info: { title: 'Thông Vốn', version: '1' } });
  });

  it('answers what is under way before it closes, and one more question at most over the same connection', async () => {
    const url = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (path: string) => request(url).get(path).agent(agent);
    await withClient(database.url, async (client) => {
      const waits = async () => (await client.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount !== 0;
      await client.query('BEGIN; LOCK TABLE organizations.session');
      const reply = ask('/api/session')
        .set('Cookie', 'session=x')
        .then(({ status }) => status);
      while (!(await waits())) await new Promise((resolve) => setTimeout(resolve, 5));
      const closed = api?.close();
      api = undefined;
      await expect(request(url).get('/api/health/live')).rejects.toThrow('ECONNREFUSED');
      await client.query('COMMIT');
      expect(await reply).toBe(401);
      expect((await ask('/api/health/live')).headers).toMatchObject({ connection: 'close' });
      await expect(ask('/api/health/live')).rejects.toThrow('ECONNREFUSED');
      await closed;
    });
    agent.destroy();
  });
});
