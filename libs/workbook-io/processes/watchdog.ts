import { Worker } from 'node:worker_threads';
import type { TimeLimits } from './messages';
import { OUT_OF_TIME } from './stop-signals';

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
export class Watchdog {
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
