import { fork, type ChildProcess } from 'node:child_process';
import { WorkbookRefused } from '../limits-and-refusals';
import { type Answer, ASKING_TO_STOP, OUT_OF_TIME, type Request, type TimeLimits } from './serve-readings';

export interface ProcessLimits extends TimeLimits {
  readonly heapLimitMb: number;
  readonly patienceMs: number;
}

/** A file that waits to be read, or is being read. */
export interface Job<Options, Result> {
  readonly request: Request<Options>;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** `late`: busy for longer than patience lasts. `ended`: takes no more work. */
export type ProcessState = 'fresh' | 'free' | 'busy' | 'late' | 'ended';

/**
 * Its process was killed, by neither us nor the heap's limit: by the system, whose memory was used up, or by somebody.
 * Whether the file is to blame, a second reading tells.
 */
export class ReaderKilled extends Error {
  override readonly name = 'ReaderKilled';
}

const KEPT_OF_STDERR = 4_000;

/** One process that reads one file at a time, and can be ended in the middle of it. */
export class ReadingProcess<Options, Result> {
  state: ProcessState = 'fresh';
  private readonly child: ChildProcess;
  private readonly gone: Promise<void>;
  private job: Job<Options, Result> | undefined;
  private timers: NodeJS.Timeout[] = [];
  private stderr = '';

  /** @param onChange called whenever the state has changed by itself */
  constructor(
    entry: string,
    private readonly limits: ProcessLimits,
    private readonly onChange: (process: ReadingProcess<Options, Result>, before: ProcessState) => void,
  ) {
    this.child = fork(entry, [], {
      // No secret of ours is any business of a process that opens files of others.
      env: {},
      execArgv: [`--max-old-space-size=${limits.heapLimitMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.on('data', (text: Buffer) => {
      this.stderr = (this.stderr + text.toString()).slice(-KEPT_OF_STDERR);
    });
    this.child.on('message', (answer) => this.answered(answer as Answer<Result>));
    this.child.on('error', (error) => this.ended(crashed(error)));
    this.gone = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        this.ended(this.reasonFor(code, signal));
        resolve();
      });
    });
    this.setAwaited(false);
  }

  start(job: Job<Options, Result>): void {
    const { waitLimitMs, patienceMs } = this.limits;
    this.job = job;
    this.state = 'busy';
    this.timers = [
      setTimeout(() => this.change('late'), patienceMs),
      setTimeout(() => void this.end(waitIsOver(waitLimitMs)), waitLimitMs),
    ];
    this.setAwaited(true);
    // An error means that it is gone already, which `close` tells as well.
    this.child.send(job.request, () => undefined);
  }

  /** Ends the process in the middle of whatever it does; its file is rejected with the reason. */
  async end(reason: Error): Promise<void> {
    this.ended(reason);
    // Whoever waits for its end must not be ended by there being nothing else to wait for.
    this.setAwaited(true);
    this.child.kill('SIGKILL');
    await this.gone;
  }

  private answered(answer: Answer<Result>): void {
    if (this.state === 'ended') return;
    const job = this.settle();
    this.setAwaited(false);
    if (answer.type === 'result') job?.resolve(answer.result);
    else job?.reject(errorFrom(answer));
    this.change('free');
  }

  private ended(reason: Error): void {
    if (this.state === 'ended') return;
    this.settle()?.reject(reason);
    this.change('ended');
  }

  private settle(): Job<Options, Result> | undefined {
    const { job } = this;
    this.job = undefined;
    for (const timer of this.timers) clearTimeout(timer);
    return job;
  }

  private change(state: ProcessState): void {
    const before = this.state;
    this.state = state;
    this.onChange(this, before);
  }

  /** Only a process that reads keeps ours from ending. */
  private setAwaited(awaited: boolean): void {
    const { child } = this;
    const parts = [child, child.channel, child.stderr as { ref?(): void; unref?(): void } | null];
    for (const part of parts) {
      if (awaited) part?.ref?.();
      else part?.unref?.();
    }
  }

  private reasonFor(code: number | null, signal: NodeJS.Signals | null): Error {
    // While it was still loading, and could not listen yet.
    if (signal && ASKING_TO_STOP.includes(signal))
      return new Error(`its process was asked to stop (${signal})`);
    // V8 aborts when the heap is used up.
    if (signal === 'SIGABRT' || this.stderr.includes('heap out of memory')) {
      return new WorkbookRefused('RET-LIMIT', `memory: at most ${this.limits.heapLimitMb} MB`);
    }
    if (signal === OUT_OF_TIME) return timeIsUp(this.limits.timeLimitMs);
    if (signal === 'SIGKILL') return new ReaderKilled();
    return crashed(new Error(`its process ended (${signal ?? code ?? 'unknown'}): ${this.stderr.trim()}`));
  }
}

const timeIsUp = (ms: number): WorkbookRefused => new WorkbookRefused('RET-LIMIT', `time: at most ${ms} ms`);

const waitIsOver = (ms: number): WorkbookRefused =>
  new WorkbookRefused('RET-LIMIT', `time: no result after ${ms} ms`);

const crashed = (cause: Error): WorkbookRefused =>
  new WorkbookRefused('RET-DAMAGED', 'the reader crashed on it', { cause });

function errorFrom(answer: Exclude<Answer<unknown>, { type: 'result' }>): WorkbookRefused {
  if (answer.type === 'refused') return new WorkbookRefused(answer.code, answer.detail);
  const cause = new Error(answer.message);
  cause.stack = answer.stack;
  return new WorkbookRefused('RET-DAMAGED', 'the reader failed on it', { cause });
}
