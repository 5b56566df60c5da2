import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { API_OPTIONS, configureHttp } from '../../apps/api/configure-http';
import { HttpModule } from '@thongvon/platform/http';
import { OrganizationsHttpModule, SessionsModule } from '@thongvon/organizations/http';
import { serveWeb } from '../../apps/api/web/serve-web';
import { startTestApi, type TestApi } from '../support/test-api';

const PAGE = '<!doctype html><title>Thông Vốn</title>';
const SCRIPT = 'console.log("xin chào")';

@Module({})
class EmptyModule {}

describe('the files of the web application', () => {
  let folder: string;
  let api: TestApi;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thongvon-web-'));
    const web = path.join(folder, 'web');
    await mkdir(path.join(web, 'assets'), { recursive: true });
    await writeFile(path.join(folder, 'secret.txt'), 'secret');
    await writeFile(path.join(web, 'index.html'), PAGE);
    await writeFile(path.join(web, 'assets', 'app-abc.js'), SCRIPT);
    await writeFile(path.join(web, 'assets', 'app-abc.js.br'), brotliCompressSync(SCRIPT));
    api = await startTestApi({}, (environment, clock) => create(environment, clock, web));
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  async function create(
    environment: Environment,
    clock: SystemClock,
    web: string,
  ): Promise<NestExpressApplication> {
    const imports = [
      PlatformModule.with(environment, clock),
      HttpModule.with(SessionsModule),
      OrganizationsHttpModule,
    ];
    const app = await NestFactory.create<NestExpressApplication>(
      { module: EmptyModule, imports },
      API_OPTIONS,
    );
    configureHttp(app, environment);
    app.use(serveWeb(web));
    return app.init();
  }

  it.each(['/', '/tong-quan', '/du-an/7915442?tab=1', '/index.html'])(
    'answer %s with the page, which is asked for anew each time',
    async (address) => {
      const reply = await api.anyone().get(address).expect(200);
      expect(reply.text).toBe(PAGE);
      expect(reply.get('Content-Type')).toMatch(/^text\/html/);
      expect(reply.get('Cache-Control')).toBe('no-cache');
    },
  );

  it('let no script run that is not ours, and no other host be asked', async () => {
    const policy = (await api.anyone().get('/')).get('Content-Security-Policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('are kept for good where their name holds their content, and sent compressed to who understands it', async () => {
    const small = await api.anyone().get('/assets/app-abc.js').set('Accept-Encoding', 'br').expect(200);
    expect(small.get('Content-Encoding')).toBe('br');
    expect(small.get('Content-Type')).toMatch(/javascript/);
    expect(small.get('Vary')).toContain('Accept-Encoding');
    expect(small.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    const plain = await api.anyone().get('/assets/app-abc.js').set('Accept-Encoding', 'identity').expect(200);
    expect(plain.get('Content-Encoding')).toBeUndefined();
    expect(plain.text).toBe(SCRIPT);
  });

  it('are 404 where an asset is gone, as after an update, and not the page in its place', async () => {
    const reply = await api.anyone().get('/assets/app-old.js').expect(404);
    expect(reply.text).not.toBe(PAGE);
  });

  it.each(['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/%ff'])(
    'end at their folder: %s',
    async (address) => {
      const reply = await api.anyone().get(address);
      expect(reply.text).not.toContain('secret');
    },
  );

  it('leave the API to itself', async () => {
    const reply = await api.anyone().get('/api/nothing').expect(404);
    expect(reply.body).toMatchObject({ code: 'ROUTE-UNKNOWN' });
    await api.anyone().post('/tong-quan').expect(404);
  });
});
