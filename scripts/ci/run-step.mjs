// One step of CI: a process group of its own, its output passed on line by line, its time limited.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const COUNT = /^(\d+) passed, (\d+) failed$/;
const GRACE_MS = 10_000;

/** Sends a signal to all that a step started and that still lives. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function endGroup(child) {
  signalGroup(child, 'SIGTERM');
  await Promise.race([once(child, 'exit'), wait(GRACE_MS, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
}

/**
 * Runs a step until it ends or `signal` aborts it. Resolves to whether it exited with 0 and, if it printed one, the last
 * `N passed, N failed`. Its output goes to `write` line by line, such lines indented: in the whole of CI's output only the
 * last line is one.
 */
export async function runStep(step, signal, write) {
  const [program, ...args] = step.command;
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, by) => resolve(by ?? code));
  });
  if (child.pid === undefined) return { ok: false, why: await ended };

  let count;
  const pass = (line) => {
    const found = COUNT.exec(line);
    if (found) count = { passed: Number(found[1]), failed: Number(found[2]) };
    write(found ? `  ${line}\n` : `${line}\n`);
  };
  const streams = [child.stdout, child.stderr];
  for (const stream of streams) createInterface({ input: stream }).on('line', pass);
  const read = Promise.all(streams.map((stream) => once(stream, 'close')));

  const abort = () => void endGroup(child);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  const end = await ended;
  signal.removeEventListener('abort', abort);

  // Whatever a step leaves behind must neither outlive it nor hold its output open.
  signalGroup(child, 'SIGKILL');
  await Promise.race([read, wait(1000, undefined, { ref: false })]);
  for (const stream of streams) stream.destroy();
  return {
    ok: end === 0 && !signal.aborted,
    why: signal.aborted ? 'ended: no time left' : `exit ${end}`,
    count,
  };
}
