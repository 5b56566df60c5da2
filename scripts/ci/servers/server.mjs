// What the servers of CI have in common: a free port, and a process that is up once it answers and is ended by its id.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const START_MS = 15_000;

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until `answers()`; throws when the process ends before or takes too long. */
export async function untilUp(name, child, answers) {
  let ended;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code) => (ended = `exit ${code}`));
  for (const deadline = performance.now() + START_MS; !(await answers()); await wait(50)) {
    if (ended === undefined && performance.now() < deadline) continue;
    child.kill('SIGKILL');
    throw new Error(`${name} does not start: ${ended ?? 'no answer'}`);
  }
}

/** Ends a process with the signal that stops it in order, and waits for its end. */
export async function stop(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
