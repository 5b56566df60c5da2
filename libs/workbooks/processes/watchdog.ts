import { Worker } from 'node:worker_threads';

/** Beyond the pool's own limit, which comes first as long as there is a pool. */
const GRACE_MS = 2_000;

const CODE = `
const { parentPort } = require('node:worker_threads');
let timer;
parentPort.on('message', (ms) => {
  clearTimeout(timer);
  if (ms > 0) timer = setTimeout(() => process.kill(process.pid, 'SIGKILL'), ms);
});
`;

/**
 * Ends this process when it reads for longer than it may and nobody else is left to end it: a reader in an endless
 * loop doesn't notice that its parent has died, and would take up a processor for ever.
 */
export class Watchdog {
  private readonly thread = new Worker(CODE, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } });

  constructor() {
    this.thread.unref();
  }

  wake(timeLimitMs: number): void {
    this.thread.postMessage(timeLimitMs + GRACE_MS);
  }

  sleep(): void {
    this.thread.postMessage(0);
  }
}
