import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { QueueName, QueueSettings } from '@thongvon/platform';
import type { QueueStore } from './queue-store';

const SCRIPT = path.join(__dirname, 'endless-worker.mjs');

/** Starts a worker process, waits until it has taken `subject` and kills it, so that it can tell nobody. */
export async function killWorkerThatTook(
  subject: string,
  environment: QueueStore['settings'],
  queues: Readonly<Record<QueueName, QueueSettings>>,
): Promise<void> {
  const worker = spawn(process.execPath, [SCRIPT, JSON.stringify({ environment, queues })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(worker, 'exit');
  try {
    for await (const line of createInterface({ input: worker.stdout })) if (line === `took ${subject}`) break;
  } finally {
    worker.kill('SIGKILL');
    await ended;
  }
}
