import { parentPort } from 'node:worker_threads';
import { WorkbookRefused } from '../workbook-refused';
import type { Answer, Request } from './messages';

/**
 * Called by the entry module of a reading thread: answers every request of the pool with what the handler gives or
 * promises, which must be plain data. A {@link WorkbookRefused} arrives at the caller as such; so does anything else
 * that is thrown, as RET-DAMAGED with the error as its cause.
 */
export function serveReadings(handler: (bytes: Uint8Array, options: never) => unknown): void {
  const port = parentPort;
  if (!port) throw new Error('serveReadings works only in a thread of a reading pool');
  port.on('message', ({ bytes, options }: Request<never>) => {
    void (async () => {
      try {
        const result: unknown = await handler(bytes, options);
        port.postMessage({ type: 'result', result } satisfies Answer<unknown>);
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
