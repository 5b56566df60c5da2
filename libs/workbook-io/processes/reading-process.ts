import { type ChildProcess, fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { type RefusalCode, WorkbookRefused } from '../limits-and-refusals';

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
/** What V8 lets half of the young generation grow to; without it, 16. */
const YOUNG_MB = 64;

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
      // A workbook's cells live until it has been read: copied twice between small young spaces, they were a quarter of the work.
      execArgv: [`--max-old-space-size=${limits.heapLimitMb}`, `--max-semi-space-size=${YOUNG_MB}`],
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
  if (answer.type === 'refused')
    return new WorkbookRefused(answer.code, answer.detail, { file: answer.file });
  const cause = new Error(answer.message);
  cause.stack = answer.stack;
  return new WorkbookRefused('RET-DAMAGED', 'the reader failed on it', { cause });
}

/** Signals by which someone outside asks to stop; they say nothing of the file that is being read. */
const ASKING_TO_STOP: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** By which a process ends itself when it has used up its time of the processor. */
const OUT_OF_TIME: NodeJS.Signals = 'SIGVTALRM';

/**
 * Called by the entry module of a reading process: answers every request of the pool with what the handler gives or
 * promises, which must be plain data. A {@link WorkbookRefused} arrives at the caller as such; so does anything else
 * that is thrown, as RET-DAMAGED with the error as its cause.
 */
export function serveReadings(handler: (bytes: Uint8Array, options: never) => unknown): void {
  const watchdog = new Watchdog();
  process.on('message', ({ bytes, options, limits }: Request<never>) => {
    watchdog.wake(limits);
    void answerOf(() => handler(bytes, options)).then((answer) => {
      watchdog.sleep();
      send(answer);
    });
  });
  process.on('disconnect', () => process.exit());
  // Ctrl-C, a closed terminal or a service manager reach all processes; what is being read ends when the pool is closed.
  for (const signal of ASKING_TO_STOP) process.on(signal, () => undefined);
}

async function answerOf(handle: () => unknown): Promise<Answer<unknown>> {
  try {
    return { type: 'result', result: await handle() };
  } catch (error) {
    return failure(error);
  }
}

function send(answer: Answer<unknown>): void {
  if (!process.send) throw new Error('serveReadings works only in a process of a reading pool');
  try {
    process.send(answer);
  } catch (error) {
    // The handler's result can't be sent: a function in it, for example.
    process.send(failure(error));
  }
}

function failure(error: unknown): Answer<never> {
  if (error instanceof WorkbookRefused) {
    const { code, detail, file } = error;
    return { type: 'refused', code, detail, ...(file !== undefined && { file }) };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { type: 'fault', message, stack: stack ?? message };
}

/** Beyond the pool's own limit of waiting, which comes first as long as there is a pool. */
const GRACE_MS = 2_000;
const LOOKS = 8;

const CODE = `
const { parentPort } = require('node:worker_threads');
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
let looking;
parentPort.on('message', ({ timeLimitMs, waitLimitMs }) => {
  clearInterval(looking);
  if (timeLimitMs === undefined) return;
  const [usedBefore, begun] = [used(), performance.now()];
  looking = setInterval(() => {
    if (used() - usedBefore >= timeLimitMs) process.kill(process.pid, '${OUT_OF_TIME}');
    if (performance.now() - begun >= waitLimitMs + ${GRACE_MS}) process.kill(process.pid, 'SIGKILL');
  }, timeLimitMs / ${LOOKS});
});
`;

/**
 * Ends this process when it has used more of the processor for a file than it may; also when nobody else is left to end
 * it: a reader in an endless loop doesn't notice that its parent has died.
 */
class Watchdog {
  private readonly thread = new Worker(CODE, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } });

  constructor() {
    this.thread.unref();
  }

  wake(limits: TimeLimits): void {
    this.thread.postMessage(limits);
  }

  sleep(): void {
    this.thread.postMessage({});
  }
}

/** For one file, milliseconds: of the processor, and of waiting for the result, in which others may have the processor. */
interface TimeLimits {
  readonly timeLimitMs: number;
  readonly waitLimitMs: number;
}

/** What is sent to a reading process. */
interface Request<Options> {
  readonly bytes: Uint8Array;
  readonly options: Options;
  readonly limits: TimeLimits;
}

/** What comes back: a result, a refusal, or a fault of the program with its stack. */
type Answer<Result> =
  | { readonly type: 'result'; readonly result: Result }
  | {
      readonly type: 'refused';
      readonly code: RefusalCode;
      readonly detail: string;
      readonly file?: string;
    }
  | { readonly type: 'fault'; readonly message: string; readonly stack: string };
