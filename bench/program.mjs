// Processes of the system, as they run in production: from dist/, each by itself, settings by the environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist');

/** The exports of a compiled lib or app. */
export const load = (module) => createRequire(import.meta.url)(path.join(dist, module));

/** Starts a compiled entry; `ready` settles with its output when that says `words`, `stop` ends it in order. */
export function startProgram(entry, env, words) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(dist, entry)], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let output = '';
  const ready = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes(words)) resolve(output);
    });
    void ended.then(() => reject(new Error(`${entry} ended:\n${output}`)));
  });
  const stop = async () => {
    ready.catch(() => undefined);
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid, ready, stop };
}

/** A port of the loopback that nothing listens on now. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The most memory that a process and each of its children have held so far, in MB; undefined where there is no /proc. */
export async function peakMemory(pid) {
  try {
    const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean);
    return { own: await peakOf(pid), children: await Promise.all(children.map(peakOf)) };
  } catch {
    return undefined;
  }
}

async function peakOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024);
}
