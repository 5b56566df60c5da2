import path from 'node:path';
import { Program, ROOT } from '../../test/support/program';
import { onServer } from '../../test/support/run-databases';
import { createTestDatabase } from '../../test/support/test-database';
import { serverUrl } from '../../test/support/test-server';

const WORKER = path.join(ROOT, 'dist', 'apps', 'worker', 'main.js');

describe('the worker process', () => {
  it('says what is missing when it has no database', async () => {
    const worker = new Program({}, WORKER);
    expect(await worker.ended).toBe(1);
    expect(worker.output).toMatch(
      /^Biến môi trường không dùng được: thiếu DATABASE_URL .*\n.*DATABASE_URL is missing/,
    );
  });

  it('refuses a database without the tables of this version', async () => {
    const worker = new Program({ DATABASE_URL: onServer(await serverUrl(), 'postgres') }, WORKER);
    expect(await worker.ended).toBe(1);
    expect(worker.output).toContain('the database lacks these migrations');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends in order with exit code 0 on %s', async (signal) => {
    const database = await createTestDatabase();
    const worker = new Program({ DATABASE_URL: database.url }, WORKER);
    await worker.says('running');
    worker.process.kill(signal);
    expect(await worker.ended).toBe(0);
    await database.drop();
  });
});
