import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { CrashPoint } from '@thongvon/platform';

const SCRIPT = path.join(__dirname, 'dying-worker.mjs');

/** Starts a worker process, which delivers what there is and is killed where it reaches `point`. Needs dist/. */
export async function killMailWorker(
  environment: Readonly<Record<string, string>>,
  point: CrashPoint,
): Promise<void> {
  const worker = spawn(process.execPath, [SCRIPT, JSON.stringify({ environment, point })], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(worker, 'exit')) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL') throw new Error(`the worker ended by ${signal}`);
}
