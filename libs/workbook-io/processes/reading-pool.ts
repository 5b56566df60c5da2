import { existsSync } from 'node:fs';
import path from 'node:path';
import { WorkbookRefused } from '../limits-and-refusals';
import {
  type Job,
  type ProcessLimits,
  type ProcessState,
  ReaderKilled,
  ReadingProcess,
} from './reading-process';

export interface ReadingPoolOptions {
  /** Compiled module (.js) that calls `serveReadings`; see {@link compiledModule}. */
  readonly entry: string;
  /** Processes that are kept warm, and files that are read side by side. */
  readonly size?: number;
  /** Time of the processor for one file. */
  readonly timeLimitMs?: number;
  /** Time for one file whoever has the processor; without it, three times as much. */
  readonly waitLimitMs?: number;
  /** JavaScript heap for one file; what lies outside the heap is bounded by the workbook limits. */
  readonly heapLimitMb?: number;
  /** A file that takes longer gives its place to the next one and goes on next to it. */
  readonly patienceMs?: number;
}

export interface ReadingPool<Options, Result> {
  /**
   * Reads a file in a process of its own; options and result must be plain data. Rejects with a `WorkbookRefused`:
   * the reader's own, or RET-LIMIT when time or memory ran out (if its process was killed by others: twice), or RET-DAMAGED (with a cause) when the reader failed;
   * or with another error when someone stopped it, and the file may be read again.
   */
  run(bytes: Uint8Array, options: Options): Promise<Result>;
  /** Ends every process at once; files that are being read or wait are rejected. */
  close(): Promise<void>;
}

/**
 * Processes that read files and can be ended, since any reader hangs on some file. (Not threads: one that outgrows
 * its heap by a single large array takes the whole process with it, whatever its `resourceLimits`; seen with a damaged
 * .xls.) One that ran out of time or memory is replaced, so that nothing of a bad file stays behind. Nor does a slow
 * file hold up the others: after `patienceMs` it no longer counts as one of `size`, up to as many again.
 */
export function createReadingPool<Options, Result>(
  options: ReadingPoolOptions,
): ReadingPool<Options, Result> {
  const { entry, size = 2, timeLimitMs = 20_000, heapLimitMb = 1024, patienceMs = 2_000 } = options;
  const { waitLimitMs = 3 * timeLimitMs } = options;
  return new Pool(entry, size, { timeLimitMs, waitLimitMs, heapLimitMb, patienceMs });
}

const KILLED_TWICE = (): WorkbookRefused =>
  new WorkbookRefused('RET-LIMIT', 'time or memory: it was killed twice');

class Pool<Options, Result> implements ReadingPool<Options, Result> {
  private processes: ReadingProcess<Options, Result>[] = [];
  private readonly waiting: Job<Options, Result>[] = [];
  private isClosed = false;

  constructor(
    private readonly entry: string,
    private readonly size: number,
    private readonly limits: ProcessLimits,
  ) {
    while (this.processes.length < size) this.addProcess();
  }

  async run(bytes: Uint8Array, options: Options): Promise<Result> {
    try {
      return await this.read(bytes, options);
    } catch (error) {
      if (!(error instanceof ReaderKilled)) throw error;
      return this.read(bytes, options).catch((again: unknown) => {
        throw again instanceof ReaderKilled ? KILLED_TWICE() : again;
      });
    }
  }

  private read(bytes: Uint8Array, options: Options): Promise<Result> {
    const { timeLimitMs, waitLimitMs } = this.limits;
    const limits = { timeLimitMs, waitLimitMs };
    return new Promise((resolve, reject) => {
      if (this.isClosed) throw new Error('the reading pool is closed');
      this.waiting.push({ request: { bytes, options, limits }, resolve, reject });
      this.startWaiting();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const reason = new Error('the reading pool was closed');
    for (const job of this.waiting.splice(0)) job.reject(reason);
    await Promise.all(this.processes.map((process) => process.end(reason)));
  }

  private startWaiting(): void {
    while (this.waiting.length > 0) {
      const process = this.freeProcess();
      const job = process && this.waiting.shift();
      if (!job) return;
      process.start(job);
    }
  }

  private freeProcess(): ReadingProcess<Options, Result> | undefined {
    const busy = this.processes.filter(({ state }) => state === 'busy').length;
    if (busy >= this.size) return undefined;
    const free = this.processes.find(({ state }) => state === 'free' || state === 'fresh');
    if (free) return free;
    return this.processes.length < this.size * 2 ? this.addProcess() : undefined;
  }

  private addProcess(): ReadingProcess<Options, Result> {
    const process = new ReadingProcess<Options, Result>(this.entry, this.limits, (...change) =>
      this.changed(...change),
    );
    this.processes.push(process);
    return process;
  }

  private changed(process: ReadingProcess<Options, Result>, before: ProcessState): void {
    if (this.isClosed) return;
    this.processes = this.processes.filter(({ state }) => state !== 'ended');
    this.startWaiting();
    const surplus = this.processes.length - this.size;
    if (process.state === 'free' && surplus > 0) void process.end(new Error('not needed'));
    // One that ended before its first file has an entry that can't be loaded: a next one would end as well.
    if (process.state === 'ended' && before !== 'fresh' && surplus < 0) this.addProcess();
  }
}

/**
 * Path of the compiled form of a module, for a process to start from: Node takes JavaScript only. From code in
 * dist/ it is the file next to the caller; from a source file (a test under jest) its twin in dist/, which
 * `node scripts/build.mjs` must have written.
 *
 * @param folder the caller's `__dirname`
 * @param name file name without extension
 */
export function compiledModule(folder: string, name: string): string {
  const neighbour = path.join(folder, `${name}.js`);
  if (existsSync(neighbour)) return neighbour;
  const root = rootOf(folder);
  return path.join(root, 'dist', path.relative(root, folder), `${name}.js`);
}

function rootOf(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('no package.json above the module');
  return rootOf(parent);
}
