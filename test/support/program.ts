import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const ROOT = path.resolve(__dirname, '..', '..');
const STANDALONE = path.join(ROOT, 'dist', 'apps', 'standalone', 'main.js');

/** The standalone program as an operator runs it: a process (and process group) of its own. */
export class Program {
  /** What it has written so far, both streams. */
  output = '';
  readonly process: ChildProcess;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;

  constructor(env: Readonly<Record<string, string>>, script = STANDALONE) {
    this.process = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], DEMO_DATA: 'none', ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const note = (chunk: Buffer) => (this.output += chunk.toString());
    this.process.stdout?.on('data', note);
    this.process.stderr?.on('data', note);
    this.ended = once(this.process, 'close').then(
      (values) => values.find((value) => value !== null) as number | NodeJS.Signals,
    );
  }

  /** Waits until it says that it is running; fails when it ends before. */
  async ready(): Promise<this> {
    await this.says('is running at');
    return this;
  }

  /** Waits for these words in its output; fails when it ends without them. */
  async says(words: string): Promise<void> {
    const ended = this.ended.then(() => {
      if (!this.output.includes(words)) throw new Error(`ended without "${words}":\n${this.output}`);
    });
    while (!this.output.includes(words)) await Promise.race([wait(20), ended]);
  }

  /** Ctrl-C in a terminal: the signal goes to every process of the group. */
  interrupt(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  get pid(): number {
    const { pid } = this.process;
    if (pid === undefined) throw new Error('the program did not start');
    return pid;
  }
}

/** The address of the database that a program with this DATA_DIR runs, and the server's process number. */
export async function databaseOf(dataDir: string): Promise<{ url: string; pid: number }> {
  const home = path.join(dataDir, 'postgres');
  const [pid, , , port] = (await readFile(path.join(home, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  const { password } = JSON.parse(await readFile(path.join(home, 'credentials.json'), 'utf8')) as {
    password: string;
  };
  return { url: `postgres://thongvon:${password}@127.0.0.1:${port}/thongvon`, pid: Number(pid) };
}

/** A port of the loopback that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
