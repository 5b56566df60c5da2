import { Worker } from 'node:worker_threads';
import { type RefusalCode, WorkbookRefused } from '../limits-and-refusals';

/** Signals by which someone outside asks to stop; they say nothing of the file that is being read. */
export const ASKING_TO_STOP: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** By which a process ends itself when it has used up its time of the processor. */
export const OUT_OF_TIME: NodeJS.Signals = 'SIGVTALRM';

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
  if (error instanceof WorkbookRefused) return { type: 'refused', code: error.code, detail: error.detail };
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
export interface TimeLimits {
  readonly timeLimitMs: number;
  readonly waitLimitMs: number;
}

/** What is sent to a reading process. */
export interface Request<Options> {
  readonly bytes: Uint8Array;
  readonly options: Options;
  readonly limits: TimeLimits;
}

/** What comes back: a result, a refusal, or a fault of the program with its stack. */
export type Answer<Result> =
  | { readonly type: 'result'; readonly result: Result }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly detail: string }
  | { readonly type: 'fault'; readonly message: string; readonly stack: string };
