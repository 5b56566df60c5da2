// Runs a command with a Redis of its own (REDIS_URL) and stops that Redis afterwards. The machine's service, if it has
// one, is left alone.
//   node scripts/ci/with-redis.mjs COMMAND [ARGUMENT…]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const START_MS = 10_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether a Redis answers at this port. */
async function answers(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write('PING\r\n');
    const [data] = await once(socket, 'data');
    return String(data).startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** As in production (docker-compose.yml) but for the append-only file: nothing here has to survive. */
async function startRedis(folder) {
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', 'maxmemory-policy': 'noeviction' };
  const redis = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let ended;
  redis.on('error', (error) => (ended = error.message));
  redis.on('exit', (code) => (ended = `exit ${code}`));
  for (const deadline = performance.now() + START_MS; !(await answers(port)); await wait(50)) {
    if (ended === undefined && performance.now() < deadline) continue;
    redis.kill('SIGKILL');
    throw new Error(`redis-server does not start: ${ended ?? 'no answer'}`);
  }
  return { redis, url: `redis://127.0.0.1:${port}` };
}

/** Runs the command and passes on the signals that end it. Resolves to its exit code. */
function runWith(url, [program, ...args]) {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, REDIS_URL: url } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const folder = mkdtempSync(path.join(tmpdir(), 'thongvon-redis-'));
try {
  const { redis, url } = await startRedis(folder);
  process.exitCode = await runWith(url, process.argv.slice(2));
  redis.kill('SIGTERM');
  await once(redis, 'exit');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
