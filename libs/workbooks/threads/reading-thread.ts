import { Worker } from 'node:worker_threads';
import { WorkbookRefused } from '../workbook-refused';
import type { Answer, Request } from './messages';

export interface ThreadLimits {
  readonly timeLimitMs: number;
  readonly heapLimitMb: number;
  readonly patienceMs: number;
}

/** A file that waits to be read, or is being read. */
export interface Job<Options, Result> {
  readonly request: Request<Options>;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** `late`: busy for longer than patience lasts. `ended`: takes no more work; `gone`: and has left the process. */
export type ThreadState = 'fresh' | 'free' | 'busy' | 'late' | 'ended' | 'gone';

/** One thread that reads one file at a time, and can be ended in the middle of it. */
export class ReadingThread<Options, Result> {
  state: ThreadState = 'fresh';
  private readonly worker: Worker;
  private job: Job<Options, Result> | undefined;
  private timers: NodeJS.Timeout[] = [];

  /** @param onChange called whenever the state has changed by itself */
  constructor(
    entry: string,
    private readonly limits: ThreadLimits,
    private readonly onChange: (thread: ReadingThread<Options, Result>, before: ThreadState) => void,
  ) {
    this.worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.heapLimitMb } });
    this.worker.on('message', (answer: Answer<Result>) => this.answered(answer));
    this.worker.on('error', (error) => this.ended(refusalFor(error, limits)));
    this.worker.on('exit', (code) => {
      this.ended(new WorkbookRefused('RET-DAMAGED', `its thread ended (${code})`));
      this.change('gone');
    });
    // A thread that waits must not keep the process from ending.
    this.worker.unref();
  }

  /** The bytes go over to the thread, so they must be a copy. */
  start(job: Job<Options, Result>): void {
    const { timeLimitMs, patienceMs } = this.limits;
    this.job = job;
    this.state = 'busy';
    this.timers = [
      setTimeout(() => this.change('late'), patienceMs),
      setTimeout(() => void this.end(timeIsUp(timeLimitMs)), timeLimitMs),
    ];
    this.worker.ref();
    this.worker.postMessage(job.request, [job.request.bytes.buffer as ArrayBuffer]);
  }

  /** Ends the thread in the middle of whatever it does; its file is rejected with the reason. */
  async end(reason: Error): Promise<void> {
    this.ended(reason);
    await this.worker.terminate();
  }

  private answered(answer: Answer<Result>): void {
    if (this.state === 'ended') return;
    const job = this.settle();
    this.worker.unref();
    if (answer.type === 'result') job?.resolve(answer.result);
    else job?.reject(errorFrom(answer));
    this.change('free');
  }

  private ended(reason: Error): void {
    if (this.state === 'ended' || this.state === 'gone') return;
    this.settle()?.reject(reason);
    this.change('ended');
  }

  private settle(): Job<Options, Result> | undefined {
    const { job } = this;
    this.job = undefined;
    for (const timer of this.timers) clearTimeout(timer);
    return job;
  }

  private change(state: ThreadState): void {
    const before = this.state;
    this.state = state;
    this.onChange(this, before);
  }
}

const timeIsUp = (ms: number): WorkbookRefused => new WorkbookRefused('RET-LIMIT', `time: at most ${ms} ms`);

function errorFrom(answer: Exclude<Answer<unknown>, { type: 'result' }>): WorkbookRefused {
  if (answer.type === 'refused') return new WorkbookRefused(answer.code, answer.detail);
  const cause = new Error(answer.message);
  cause.stack = answer.stack;
  return new WorkbookRefused('RET-DAMAGED', 'the reader failed on it', { cause });
}

function refusalFor(error: Error & { code?: string }, { heapLimitMb }: ThreadLimits): WorkbookRefused {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new WorkbookRefused('RET-LIMIT', `memory: at most ${heapLimitMb} MB`, { cause: error });
  }
  return new WorkbookRefused('RET-DAMAGED', 'its thread crashed', { cause: error });
}
