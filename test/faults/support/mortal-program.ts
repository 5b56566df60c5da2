import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CrashPoint } from '@thongvon/platform';

/** How a program is to die. Times are milliseconds. */
export type Death =
  /** It kills itself where it reaches a point for the nth time. */
  | { readonly at: CrashPoint; readonly nth: number }
  /** It and its children are asked to stop a while after that, as a service manager asks. */
  | { readonly at: CrashPoint; readonly nth: number; readonly stopAfter: number }
  /** It is killed so long after it was started: alone, as where memory is short, or with its children. */
  | { readonly after: number; readonly alone: boolean };

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
    const timer = setTimeout(() => this.kill(death.alone), death.after);
    void this.ended.then(() => clearTimeout(timer));
  }

  /** Asks it to stop in order. */
  stop(): void {
    this.process.kill('SIGTERM');
  }

  /** Ends it if its code was loaded for nothing. */
  discard(): void {
    this.kill(true);
  }

  /** Waits until no process that it had started is left; throws when one outlives it by more than `patience` ms. */
  async leavesNobody(patience = 20_000): Promise<void> {
    const deadline = performance.now() + patience;
    while (this.toGroup(0)) {
      if (performance.now() > deadline) throw new Error(`processes of ${this.process.pid} outlive it`);
      await wait(20);
    }
  }

  private kill(alone: boolean): void {
    if (alone) this.process.kill('SIGKILL');
    else this.toGroup('SIGKILL');
  }

  /** Signals it and its children; false when none of them is left. */
  private toGroup(signal: NodeJS.Signals | 0): boolean {
    const { pid } = this.process;
    try {
      return pid !== undefined && process.kill(-pid, signal);
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
