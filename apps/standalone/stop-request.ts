/** The wish to stop, whoever had it first. */
export interface StopRequest {
  readonly signal: AbortSignal;
  /** Stops because of this error. */
  readonly fail: (error: unknown) => void;
  /** The errors that made us stop, or came while we did. */
  readonly failures: readonly unknown[];
}

/**
 * Listens to everything that asks this process to end: Ctrl-C, `kill`, a closed terminal, the end of the parent that
 * started us with a channel (npm or `start.mjs` killed), and errors that nobody caught. Asking again, as impatient people
 * and process groups do, changes nothing but is answered by `onRepeated`: an orderly stop is what keeps the data whole.
 */
export function listenForStop(onFirst: () => void, onRepeated: () => void): StopRequest {
  const controller = new AbortController();
  const failures: unknown[] = [];
  let askedAt = 0;
  const stop = () => {
    if (controller.signal.aborted) {
      // npm and the terminal both pass on the same Ctrl-C; that is not impatience.
      if (performance.now() - askedAt > 500) onRepeated();
      return;
    }
    askedAt = performance.now();
    onFirst();
    controller.abort();
  };
  const fail = (error: unknown) => {
    failures.push(error);
    stop();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  process.on('disconnect', stop);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return { signal: controller.signal, fail, failures };
}
