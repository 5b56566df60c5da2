/** Something that runs until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/** One part of the system, as the standalone program starts and stops it. */
export interface Service {
  readonly name: string;
  /** Resolves when the service is ready to be used. */
  start(): Promise<Running>;
  /** Milliseconds that it has for stopping before the others are stopped without it; 15 s if not said. */
  readonly patience?: number;
}

export interface Lifecycle {
  /** When it is aborted, nothing more is started and what runs is stopped. */
  readonly stop: AbortSignal;
  /** Called once, when every service is ready. */
  readonly onReady: () => void;
  /** A service didn't stop, or not in time; the others are stopped nonetheless. */
  readonly onStopFailure: (service: string, error: unknown) => void;
}

/**
 * Starts the services one after another, waits for the stop signal and stops them the other way round. When one can't
 * start, those before it are stopped and its error is thrown.
 */
export async function runServices(services: readonly Service[], lifecycle: Lifecycle): Promise<void> {
  const { stop, onReady } = lifecycle;
  const started: { service: Service; running: Running }[] = [];
  try {
    for (const service of services) {
      if (stop.aborted) return;
      started.push({ service, running: await service.start() });
    }
    if (stop.aborted) return;
    onReady();
    await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  } finally {
    for (const { service, running } of started.reverse()) {
      await closeInTime(running, service.patience).catch((error: unknown) =>
        lifecycle.onStopFailure(service.name, error),
      );
    }
  }
}

async function closeInTime(running: Running, patience = 15_000): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still busy after ${patience} ms`)), patience);
  });
  try {
    await Promise.race([running.close(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** The wish to stop, whoever had it first. */
interface StopRequest {
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
