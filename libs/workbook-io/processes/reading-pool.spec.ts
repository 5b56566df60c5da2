import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WorkbookRefused } from '../limits-and-refusals';
import { compiledModule, createReadingPool, type ReadingPool, type ReadingPoolOptions } from './reading-pool';

type Wish =
  | 'echo'
  | 'who'
  | 'hang'
  | 'hog'
  | 'grow'
  | 'crash'
  | 'exit'
  | 'throw'
  | 'refuse'
  | 'slow'
  | 'die'
  | 'wait'
  | 'function';

/** What a file may do to its reader, as the entry of a process. */
const ENTRY = (serve: string): string => `
const { serveReadings } = require(${JSON.stringify(path.join(path.dirname(serve), 'reading-process.js'))});
const { WorkbookRefused } = require(${JSON.stringify(path.join(path.dirname(serve), '../limits-and-refusals.js'))});
serveReadings(async (bytes, wish) => {
  switch (wish) {
    case 'echo': return bytes.length;
    case 'who': return process.pid;
    case 'hang': for (;;) {}
    case 'wait': return new Promise(() => {});
    case 'hog': { const kept = []; for (;;) kept.push(new Array(10000).fill({ a: Math.random() })); }
    case 'crash': setImmediate(() => { throw new Error('later'); }); return new Promise(() => {});
    case 'grow': { const kept = []; for (;;) kept.push(1); }
    case 'exit': process.exit(3); break;
    case 'throw': throw new TypeError('a fault in the reader');
    case 'refuse': throw new WorkbookRefused('RET-PASSWORD', 'locked');
    case 'slow': { const start = Date.now(); await new Promise((done) => setTimeout(done, 600)); return [start, Date.now()]; }
    case 'die': process.kill(process.pid, 'SIGKILL'); return new Promise(() => {});
    case 'function': return () => 1;
  }
});
`;

describe('a reading pool', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reading-pool-'));
  const entry = path.join(folder, 'entry.cjs');
  const pools: ReadingPool<Wish, number>[] = [];

  beforeAll(() => {
    execFileSync(process.execPath, [path.resolve(__dirname, '../../../scripts/build.mjs')]);
    writeFileSync(entry, ENTRY(compiledModule(__dirname, 'reading-process')));
  });
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function open(options: Partial<ReadingPoolOptions> = {}): ReadingPool<Wish, number> {
    const pool = createReadingPool<Wish, number>({ entry, size: 1, timeLimitMs: 20_000, ...options });
    pools.push(pool);
    return pool;
  }
  const bytes = new Uint8Array([1, 2, 3]);
  const failure = async (reading: Promise<unknown>): Promise<WorkbookRefused> => {
    const error: unknown = await reading.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof WorkbookRefused)) throw new Error(`not refused: ${String(error)}`);
    return error;
  };

  it('reads in another process and leaves the caller his bytes', async () => {
    expect(await open().run(bytes, 'echo')).toBe(3);
    expect([...bytes]).toEqual([1, 2, 3]);
  });

  it('takes a part of a larger buffer, as Node hands out small ones', async () => {
    expect(await open().run(Buffer.from('12345').subarray(1, 3), 'echo')).toBe(2);
  });

  it('keeps its processes warm from one file to the next', async () => {
    const pool = open();
    const first = await pool.run(bytes, 'who');
    expect(await pool.run(bytes, 'who')).toBe(first);
  });

  it('ends a process that never comes back, and gives the next file a fresh one', async () => {
    const pool = open({ timeLimitMs: 500 });
    const first = await pool.run(bytes, 'who');
    const { code, detail } = await failure(pool.run(bytes, 'hang'));
    expect(code).toBe('RET-LIMIT');
    // The process gives up by itself; on a busy machine the pool may be the first.
    expect(['time: at most 500 ms', 'time: no result after 1500 ms']).toContain(detail);
    expect(await pool.run(bytes, 'who')).not.toBe(first);
  });

  it('counts only the time in which a file has the processor', async () => {
    const pool = createReadingPool<Wish, [number, number]>({ entry, size: 1, timeLimitMs: 400 });
    pools.push(pool as ReadingPool<Wish, never>);
    const [from, to] = await pool.run(bytes, 'slow');
    expect(to - from).toBeGreaterThan(400);
  });

  it('does not wait for ever for one that never comes back without doing anything', async () => {
    const { code, detail } = await failure(open({ timeLimitMs: 5000, waitLimitMs: 300 }).run(bytes, 'wait'));
    expect([code, detail]).toEqual(['RET-LIMIT', 'time: no result after 300 ms']);
  });

  it.each(['hog', 'grow'] as const)(
    'ends a process that eats up its heap (%s), and ours lives on',
    async (wish) => {
      const pool = open({ heapLimitMb: 32, timeLimitMs: 20_000 });
      const { code, detail } = await failure(pool.run(bytes, wish));
      expect([code, detail]).toEqual(['RET-LIMIT', 'memory: at most 32 MB']);
      expect(await pool.run(bytes, 'echo')).toBe(3);
    },
  );

  it.each(['crash', 'exit', 'throw', 'function'] as const)(
    'answers with a refusal when the reader fails (%s), and reads on',
    async (wish) => {
      const pool = open();
      expect((await failure(pool.run(bytes, wish))).code).toBe('RET-DAMAGED');
      expect(await pool.run(bytes, 'echo')).toBe(3);
    },
  );

  it('reads a file again whose process somebody has killed', async () => {
    const pool = createReadingPool<Wish, number | [number, number]>({ entry, size: 1 });
    const pid = Number(await pool.run(bytes, 'who'));
    const reading = pool.run(bytes, 'slow');
    setTimeout(() => process.kill(pid, 'SIGKILL'), 100);
    expect(await reading).toHaveLength(2);
    await pool.close();
  });

  it('refuses a file over which its process is killed twice, and reads on', async () => {
    const pool = open();
    const { code, detail } = await failure(pool.run(bytes, 'die'));
    expect([code, detail]).toEqual(['RET-LIMIT', 'time or memory: it was killed twice']);
    expect(await pool.run(bytes, 'echo')).toBe(3);
  });

  it('is closed when it says so, even if nothing else keeps Node alive', () => {
    const script = path.join(folder, 'closing.cjs');
    const pool = path.join(path.dirname(compiledModule(__dirname, 'reading-process')), 'reading-pool.js');
    writeFileSync(
      script,
      `const { createReadingPool } = require(${JSON.stringify(pool)});
      const pool = createReadingPool({ entry: ${JSON.stringify(entry)}, size: 1 });
      pool.run(new Uint8Array(1), 'who').then(() => pool.close()).then(() => process.stdout.write('closed'));`,
    );
    const { stdout, status } = spawnSync(process.execPath, [script]);
    expect([stdout.toString(), status]).toEqual(['closed', 0]);
  });

  it('keeps the fault of a reader as the cause, with its stack', async () => {
    const { cause } = await failure(open().run(bytes, 'throw'));
    expect(cause).toMatchObject({
      message: 'a fault in the reader',
      stack: expect.stringContaining('entry.cjs'),
    });
  });

  it("passes the reader's own refusal on", async () => {
    const { code, detail } = await failure(open().run(bytes, 'refuse'));
    expect([code, detail]).toEqual(['RET-PASSWORD', 'locked']);
  });

  it('finishes nineteen files while a twentieth hangs, without waiting for it', async () => {
    const pool = open({ timeLimitMs: 60_000, patienceMs: 200 });
    let hangs = true;
    void pool.run(bytes, 'hang').catch(() => (hangs = false));
    const others = await Promise.all(Array.from({ length: 19 }, () => pool.run(bytes, 'echo')));
    expect(others).toEqual(Array.from({ length: 19 }, () => 3));
    expect(hangs).toBe(true);
  });

  it('never has more than twice its size of processes, however many files are slow', async () => {
    const pool = createReadingPool<Wish, [number, number]>({ entry, size: 1, patienceMs: 50 });
    const spans = await Promise.all(Array.from({ length: 6 }, () => pool.run(bytes, 'slow')));
    await pool.close();
    const atOnce = spans.map(([start]) => spans.filter(([from, to]) => from <= start && start < to).length);
    expect(Math.max(...atOnce)).toBe(2);
  });

  it('rejects what is being read and what waits when it is closed', async () => {
    const pool = open();
    const readings = [pool.run(bytes, 'hang'), pool.run(bytes, 'echo')].map((reading) =>
      reading.catch((error: unknown) => String(error)),
    );
    await pool.close();
    expect(await Promise.all(readings)).toEqual(Array(2).fill('Error: the reading pool was closed'));
    await expect(pool.run(bytes, 'echo')).rejects.toThrow('closed');
  });

  it('leaves nothing behind that runs on when its own process is killed in the middle of a hanging file', async () => {
    const script = path.join(folder, 'parent.cjs');
    const pool = path.join(path.dirname(compiledModule(__dirname, 'reading-process')), 'reading-pool.js');
    writeFileSync(
      script,
      `const { createReadingPool } = require(${JSON.stringify(pool)});
      const pool = createReadingPool({ entry: ${JSON.stringify(entry)}, size: 1, timeLimitMs: 500 });
      pool.run(new Uint8Array(1), 'who').then((pid) => {
        process.stdout.write(String(pid));
        void pool.run(new Uint8Array(1), 'hang');
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100);
      });`,
    );
    const orphan = Number(spawnSync(process.execPath, [script]).stdout.toString());
    expect(isAlive(orphan)).toBe(true);
    const deadline = performance.now() + 20_000;
    while (isAlive(orphan) && performance.now() < deadline)
      await new Promise((done) => setTimeout(done, 100));
    expect(isAlive(orphan)).toBe(false);
  });

  it('says why when its entry can not be loaded, instead of starting processes for ever', async () => {
    const pool = open({ entry: path.join(folder, 'nowhere.cjs') });
    const { code, cause } = await failure(pool.run(bytes, 'echo'));
    expect(code).toBe('RET-DAMAGED');
    expect(String(cause)).toContain('nowhere.cjs');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that has ended, but that nobody has asked about, still has its number.
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'));
}
