import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CrashPoint } from '@thongvon/platform';

/** How a program is to die: where it kills itself, or how many milliseconds after it was started it is killed. */
export type Death = { readonly at: CrashPoint; readonly nth: number } | { readonly after: number };

const SCRIPT = path.join(__dirname, 'mortal-entry.mjs');

/** The standalone program as a process that will be killed. Its code, 1,5 s of work, is loaded before it is started. */
export class MortalProgram {
  /** What it has written so far, both streams. */
  output = '';
  /** The signal that ended it, or its exit code. */
  readonly ended: Promise<NodeJS.Signals | number>;
  private readonly process: ChildProcess;
  private readonly loaded: Promise<unknown>;

  constructor() {
    this.process = fork(SCRIPT, {
      env: { PATH: process.env['PATH'] },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // A group of its own: whoever is left of it after its death can be found.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.loaded = once(this.process, 'message');
    const note = (chunk: Buffer) => (this.output += chunk.toString());
    this.process.stdout?.on('data', note);
    this.process.stderr?.on('data', note);
    this.ended = once(this.process, 'exit').then(
      (values) => values.find((value) => value !== null) as NodeJS.Signals | number,
    );
  }

  /** Runs the program until it dies; without a death, until it is stopped. */
  async start(env: Readonly<Record<string, string>>, death?: Death): Promise<void> {
    await Promise.race([this.loaded, this.ended]);
    // It may have been stopped while it was loading.
    if (!this.process.connected) return;
    this.process.send({ env, death: death ?? {} });
    if (death === undefined || !('after' in death)) return;
    const timer = setTimeout(() => this.process.kill('SIGKILL'), death.after);
    void this.ended.then(() => clearTimeout(timer));
  }

  /** Asks it to stop in order. */
  stop(): void {
    this.process.kill('SIGTERM');
  }

  /** Ends it if its code was loaded for nothing. */
  discard(): void {
    this.process.kill('SIGKILL');
  }

  /** Waits until no process that it had started is left; throws when one outlives it by more than `patience` ms. */
  async leavesNobody(patience = 10_000): Promise<void> {
    const deadline = performance.now() + patience;
    while (this.hasGroup()) {
      if (performance.now() > deadline) throw new Error(`processes of ${this.process.pid} outlive it`);
      await wait(20);
    }
  }

  private hasGroup(): boolean {
    const { pid } = this.process;
    if (pid === undefined) return false;
    try {
      process.kill(-pid, 0);
      return true;
    } catch {
      return false;
    }
  }
}

/** Keeps one program loaded ahead. */
export class Spares {
  private next = new MortalProgram();

  take(): MortalProgram {
    const taken = this.next;
    this.next = new MortalProgram();
    return taken;
  }

  discard(): void {
    this.next.discard();
  }
}
