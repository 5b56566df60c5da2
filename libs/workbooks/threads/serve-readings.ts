import { parentPort } from 'node:worker_threads';
import { WorkbookRefused } from '../workbook-refused';
import type { Answer, Request } from './messages';

/**
 * Called by the entry module of a reading thread: answers every request of the pool with the handler's result, which
 * must be plain data. A {@link WorkbookRefused} arrives at the caller as such; so does anything else that is thrown,
 * as RET-DAMAGED with the error as its cause.
 */
export function serveReadings<Options, Result>(
  handler: (bytes: Uint8Array, options: Options) => Result | Promise<Result>,
): void {
  const port = parentPort;
  if (!port) throw new Error('serveReadings works only in a thread of a reading pool');
  port.on('message', ({ bytes, options }: Request<Options>) => {
    void (async () => {
      try {
        const result = await handler(bytes, options);
        port.postMessage({ type: 'result', result } satisfies Answer<Result>);
      } catch (error) {
        port.postMessage(failure(error));
      }
    })();
  });
}

function failure(error: unknown): Answer<never> {
  if (error instanceof WorkbookRefused) return { type: 'refused', code: error.code, detail: error.detail };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { type: 'fault', message, stack: stack ?? message };
}
