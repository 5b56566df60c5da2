import { ReadingThread, type Job, type ThreadLimits, type ThreadState } from './reading-thread';

export interface ReadingPoolOptions {
  /** Compiled module (.js) that calls `serveReadings`; see {@link compiledModule}. */
  readonly entry: string;
  /** Threads that are kept warm, and files that are read side by side. */
  readonly size?: number;
  /** Time for one file. */
  readonly timeLimitMs?: number;
  /** JavaScript heap for one file; what lies outside the heap is bounded by the workbook limits. */
  readonly heapLimitMb?: number;
  /** A file that takes longer gives its place to the next one and goes on beside it. */
  readonly patienceMs?: number;
}

export interface ReadingPool<Options, Result> {
  /**
   * Reads a file in a thread; the caller keeps his bytes. Rejects with a `WorkbookRefused`: the reader's own, or
   * RET-LIMIT when time or memory ran out, or RET-DAMAGED (with a cause) when the reader failed.
   */
  run(bytes: Uint8Array, options: Options): Promise<Result>;
  /** Ends every thread at once; files that are being read or wait are rejected. */
  close(): Promise<void>;
}

/**
 * Threads that read files and can be ended, since any reader hangs on some file. One that ran out of time or memory
 * is replaced, so that nothing of a bad file stays behind. Nor does a slow file hold up the others: after
 * `patienceMs` it no longer counts as one of `size`, up to as many again.
 */
export function createReadingPool<Options, Result>(
  options: ReadingPoolOptions,
): ReadingPool<Options, Result> {
  const { entry, size = 2, timeLimitMs = 20_000, heapLimitMb = 1024, patienceMs = 2_000 } = options;
  return new Pool(entry, size, { timeLimitMs, heapLimitMb, patienceMs });
}

class Pool<Options, Result> implements ReadingPool<Options, Result> {
  private threads: ReadingThread<Options, Result>[] = [];
  private readonly waiting: Job<Options, Result>[] = [];
  private isClosed = false;

  constructor(
    private readonly entry: string,
    private readonly size: number,
    private readonly limits: ThreadLimits,
  ) {
    while (this.threads.length < size) this.addThread();
  }

  run(bytes: Uint8Array, options: Options): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) throw new Error('the reading pool is closed');
      this.waiting.push({ request: { bytes: new Uint8Array(bytes), options }, resolve, reject });
      this.startWaiting();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const reason = new Error('the reading pool was closed');
    for (const job of this.waiting.splice(0)) job.reject(reason);
    await Promise.all(this.threads.map((thread) => thread.end(reason)));
  }

  private startWaiting(): void {
    while (this.waiting.length > 0) {
      const thread = this.freeThread();
      const job = thread && this.waiting.shift();
      if (!job) return;
      thread.start(job);
    }
  }

  private freeThread(): ReadingThread<Options, Result> | undefined {
    const busy = this.threads.filter(({ state }) => state === 'busy').length;
    if (busy >= this.size) return undefined;
    const free = this.threads.find(({ state }) => state === 'free' || state === 'fresh');
    if (free) return free;
    return this.alive < this.size * 2 ? this.addThread() : undefined;
  }

  private get alive(): number {
    return this.threads.filter(({ state }) => state !== 'ended' && state !== 'gone').length;
  }

  private addThread(): ReadingThread<Options, Result> {
    const thread = new ReadingThread<Options, Result>(this.entry, this.limits, (...change) =>
      this.changed(...change),
    );
    this.threads.push(thread);
    return thread;
  }

  private changed(thread: ReadingThread<Options, Result>, before: ThreadState): void {
    this.threads = this.threads.filter(({ state }) => state !== 'gone');
    if (this.isClosed) return;
    this.startWaiting();
    if (thread.state === 'free' && this.alive > this.size) void thread.end(new Error('not needed'));
    // One that ended before its first file has an entry that can't be loaded: a next one would end as well.
    if (thread.state === 'ended' && before !== 'fresh' && this.alive < this.size) this.addThread();
  }
}
