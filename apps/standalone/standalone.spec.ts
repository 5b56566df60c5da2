import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { Client } from 'pg';
import { isRunning, processTag } from '@thongvon/local-postgres';
import { databaseOf, freePort, Program, ROOT } from '../../test/support/program';
import { longRun, type LongRun } from '../../test/long/long-run';

/** Random moments of a first start, from the loading of its code to the making of tables. Milliseconds. */
const moments = ({ runs, seed }: LongRun): number[] =>
  fc.sample(fc.noBias(fc.integer({ min: 200, max: 1800 })), { seed, numRuns: runs });

const START = path.join(ROOT, 'scripts', 'start.mjs');

jest.setTimeout(120_000);

describe('the standalone program', () => {
  let all: string;
  /** The data folder of a system that has been started and stopped once. */
  let used: string;
  let env: { DATA_DIR: string; PORT: string };
  const programs: Program[] = [];

  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'scripts', 'build.mjs')]);
    if (status !== 0) throw new Error(`not built: ${stderr.toString()}`);
    all = await mkdtemp(path.join(tmpdir(), 'thongvon-standalone-'));
    used = path.join(all, 'used');
    const program = await new Program({ DATA_DIR: used, PORT: String(await freePort()) }).ready();
    program.interrupt();
    await program.ended;
  });

  afterAll(async () => {
    await rm(all, { recursive: true });
  });

  beforeEach(async () => {
    env = { DATA_DIR: await mkdtemp(path.join(all, 'data-')), PORT: String(await freePort()) };
  });

  afterEach(async () => {
    for (const program of programs.splice(0)) {
      program.process.kill('SIGTERM');
      await program.ended;
    }
  });

  /** Spares the making of a database where that isn't the matter. */
  function useUsedData(): void {
    execFileSync('cp', ['-a', `${used}/.`, env.DATA_DIR]);
  }

  function run(changes: Record<string, string> = {}, script?: string): Program {
    const program = new Program({ ...env, ...changes }, script);
    programs.push(program);
    return program;
  }

  async function query(sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: (await databaseOf(env.DATA_DIR)).url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const databaseTag = async () => processTag((await databaseOf(env.DATA_DIR)).pid) ?? '';

  it('starts from an empty folder, stops in order at Ctrl-C, and finds its data again', async () => {
    const first = await run({}, START).ready();
    await query('CREATE TABLE kept AS SELECT 42 AS x');
    const database = await databaseTag();
    first.interrupt();
    expect(await first.ended).toBe(0);
    expect(first.output).toMatch(/Đã dừng\.\nStopped\.\n$/);
    expect(isRunning(database)).toBe(false);

    await run({}, START).ready();
    expect(await query('SELECT x FROM kept')).toEqual([{ x: 42 }]);
  });

  it('starts again after it was killed, although PostgreSQL was left running', async () => {
    useUsedData();
    const killed = await run().ready();
    await query('CREATE TABLE kept AS SELECT 7 AS x');
    const database = await databaseTag();
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(isRunning(database)).toBe(true);

    await run().ready();
    expect(isRunning(database)).toBe(false);
    expect(await query('SELECT x FROM kept')).toEqual([{ x: 7 }]);
  });

  it('starts again after PostgreSQL was killed with it', async () => {
    useUsedData();
    const killed = await run().ready();
    await query('CREATE TABLE kept AS SELECT 7 AS x');
    const { pid } = await databaseOf(env.DATA_DIR);
    killed.process.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await killed.ended;
    await run().ready();
    expect(await query('SELECT x FROM kept')).toEqual([{ x: 7 }]);
  });

  const killed = longRun('first starts killed', 1, 12);
  const stopped = longRun('first starts stopped', 1, 6);
  const startedAgain = { killed: 0, stopped: 0 };
  afterAll(() => {
    killed.report({ 'started again': startedAgain.killed });
    stopped.report({ 'started again': startedAgain.stopped });
  });

  it.each(moments(killed))('starts after a first start that was killed after %i ms', async (ms) => {
    const first = run();
    await wait(ms);
    first.process.kill('SIGKILL');
    await first.ended;
    await run().ready();
    expect(await query('SELECT 1 AS x')).toEqual([{ x: 1 }]);
    startedAgain.killed += 1;
  });

  it.each(moments(stopped))('stops in order when it is asked to %i ms after its start', async (ms) => {
    const program = run();
    await wait(ms);
    program.interrupt();
    await program.ended;
    await run().ready();
    startedAgain.stopped += 1;
  });

  it('takes a second Ctrl-C for the first', async () => {
    useUsedData();
    const program = await run().ready();
    await query('CREATE TABLE kept AS SELECT 1 AS x');
    for (let i = 0; i < 5; i += 1) program.interrupt();
    expect(await program.ended).toBe(0);
    await run().ready();
    expect(await query('SELECT x FROM kept')).toEqual([{ x: 1 }]);
  });

  it('stops in order when start.mjs is killed', async () => {
    useUsedData();
    const wrapper = await run({}, START).ready();
    const database = await databaseTag();
    wrapper.process.kill('SIGKILL');
    await wrapper.ended;
    expect(isRunning(database)).toBe(false);
    expect(wrapper.output).toMatch(/Stopped\.\n$/);
  });

  it('says in one sentence that its port is taken, before it makes a database', async () => {
    const other = createServer().listen(Number(env.PORT), '127.0.0.1');
    await once(other, 'listening');
    const refused = run();
    expect(await refused.ended).toBe(1);
    other.close();
    expect(refused.output.split('\n')).toEqual([
      expect.stringContaining(`Cổng ${env.PORT} trên 127.0.0.1 đang được chương trình khác sử dụng`),
      expect.stringContaining(`Port ${env.PORT} on 127.0.0.1 is taken by another program`),
      '',
    ]);
    expect(await readdir(env.DATA_DIR)).toEqual([]);
  });

  it('says in one sentence that its data folder is in use, and leaves the other alone', async () => {
    useUsedData();
    const other = await run().ready();
    const refused = run({ PORT: String(await freePort()) });
    expect(await refused.ended).toBe(1);
    expect(refused.output.split('\n')).toEqual([
      expect.stringContaining(`đang được một bản Thông Vốn khác sử dụng (tiến trình ${other.pid})`),
      expect.stringContaining(`is in use by another running Thông Vốn (process ${other.pid})`),
      '',
    ]);
    expect(await query('SELECT 1 AS x')).toEqual([{ x: 1 }]);
  });

  it('says in one sentence that the database is not whole, and touches nothing', async () => {
    useUsedData();
    const home = path.join(env.DATA_DIR, 'postgres');
    await rm(path.join(home, 'credentials.json'));
    const before = await readdir(home, { recursive: true });
    const refused = run();
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain('không còn nguyên vẹn');
    expect(await readdir(home, { recursive: true })).toEqual(before);
  });

  it('names a setting that cannot be used', async () => {
    const refused = run({ PORT: 'eighty' });
    expect(await refused.ended).toBe(1);
    expect(refused.output).toMatch(/^Biến môi trường không dùng được: .*PORT/);
  });

  it('stops when PostgreSQL ends under its feet, and says so', async () => {
    useUsedData();
    const program = await run().ready();
    process.kill((await databaseOf(env.DATA_DIR)).pid, 'SIGQUIT');
    expect(await program.ended).toBe(1);
    expect(program.output).toContain('PostgreSQL đã dừng ngoài dự kiến');
  });
});

describe('start.mjs', () => {
  it('says in one sentence that Node is too old', () => {
    const check = `import('${path.join(ROOT, 'scripts', 'install.mjs')}').then((m) => m.checkMachine('18.20.4'))`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', check]);
    expect(status).toBe(1);
    expect(stderr.toString()).toBe(
      'Thông Vốn cần Node.js 20.19 trở lên; máy này có 18.20.4.\n' +
        'Thông Vốn needs Node.js 20.19 or newer; this machine has 18.20.4.\n',
    );
  });
});
