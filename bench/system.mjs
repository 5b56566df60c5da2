// The whole system on a PostgreSQL of its own: API and worker as separate processes, and clients that use it over HTTP.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { Client } from './client.mjs';
import { freePort, load, startProgram } from './program.mjs';

const PASSWORD = 'correct horse battery';
/** After every week of the made-up returns. */
const NOW = '2023-12-31T08:00:00+07:00';

/** `{databaseUrl, worker, startWorker, board, finance, head, stop}` of a district with one board and nothing loaded. */
export async function startSystem() {
  const started = [];
  const stop = async () => {
    for (const close of started.splice(0).reverse()) await close();
  };
  try {
    return { ...(await startParts((close) => started.push(close))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs `work` with the use cases of some contexts, on a database of their own and without any other process. */
export async function withDatabase(modules, work) {
  const started = [];
  try {
    const { databaseUrl } = await startDatabase((close) => started.push(close));
    return await withContext(databaseUrl, modules, work);
  } finally {
    for (const close of started.reverse()) await close();
  }
}

/** Says of each part, as soon as it has started, what ends it. */
async function startParts(onStarted) {
  const { databaseUrl, folder } = await startDatabase(onStarted);
  await makeAccounts(databaseUrl);

  const port = await freePort();
  const env = { DATABASE_URL: databaseUrl, NOW, DATA_DIR: folder };
  const startWorker = () => startProgram('apps/worker/main.js', env, '');
  const worker = startWorker();
  onStarted(worker.stop);
  const ofApi = { ...env, PORT: String(port), LOG_LEVEL: 'info' };
  const api = startProgram('apps/api/main.js', ofApi, 'listening at');
  onStarted(api.stop);
  await api.ready;
  const url = `http://127.0.0.1:${port}`;
  return {
    databaseUrl,
    worker,
    /** Another one, which whoever starts it stops. */
    startWorker,
    board: await Client.signIn(url, 'board@thongvon.test', PASSWORD),
    finance: await Client.signIn(url, 'finance@thongvon.test', PASSWORD),
    head: await Client.signIn(url, 'finance-head@thongvon.test', PASSWORD),
  };
}

/** A migrated database without rows, and the folder that it is in. */
export async function startDatabase(onStarted) {
  const { claimFolder, startLocalPostgres } = load('libs/local-postgres');
  const { migrate } = load('libs/platform');
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-bench-'));
  onStarted(() => rm(folder, { recursive: true }));
  const claim = await claimFolder(folder);
  onStarted(claim.release);
  const { url: databaseUrl, close } = await startLocalPostgres(claim);
  onStarted(close);
  await migrate(databaseUrl);
  return { databaseUrl, folder };
}

export const BOARD = 'Ban Quản lý dự án - Đô thị';

async function makeAccounts(databaseUrl) {
  const { OrganizationsModule, EnsureOrganization, EnsureUser } = load('libs/organizations');
  await withContext(databaseUrl, [OrganizationsModule], async (app) => {
    const office = async (name, kind, parentId) =>
      (await app.get(EnsureOrganization).run({ name, kind, parentId, effectiveFrom: '2020-01-01' })).id;
    const district = await office('UBND huyện Thăng Bình', 'peoples-committee', null);
    const board = await office(BOARD, 'project-management-board', district);
    const user = (name, role, organizationId) =>
      app
        .get(EnsureUser)
        .run({ email: `${name}@thongvon.test`, name, role, organizationId, password: PASSWORD });
    await user('board', 'reporter', board);
    await user('finance', 'finance-officer', district);
    await user('finance-head', 'finance-head', district);
  });
}

/** Runs `work` with the use cases of some contexts, in this process. */
export async function withContext(databaseUrl, modules, work, now = NOW) {
  const { parseEnvironment, PlatformModule, SystemClock } = load('libs/platform');
  const platform = PlatformModule.with(
    parseEnvironment({ DATABASE_URL: databaseUrl }),
    new SystemClock(new Date(now)),
  );
  const app = await NestFactory.createApplicationContext(
    { module: class Bench {}, imports: [platform, ...modules] },
    { logger: ['error'] },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** What an import is: from upload to recomputed figures, by scripts of the sender and of the finance office. */
export async function importReturn({ sender, finance }, workbook, fields = {}) {
  const { id } = await sender.upload('/api/returns', workbook, fields);
  await sender.followToEnd(`/api/returns/${id}/events`);
  await sender.post(`/api/returns/${id}/submission`).catch(async (error) => {
    const { status, findings } = await sender.get(`/api/returns/${id}`);
    throw new Error(`the made-up return is ${status}: ${JSON.stringify(findings.slice(0, 3))}`, {
      cause: error,
    });
  });
  await finance.post(`/api/returns/${id}/approval`);
  while ((await finance.get('/api/disbursements/summary?planYear=2023&asOf=2023-12-31')).stale) await wait(2);
  return id;
}
