// Runs a command with a Redis (REDIS_URL) and a PostgreSQL (TEST_DATABASE_URL) of its own, by Debian's packages on free
// ports, and stops them afterwards. One that the environment names already is used instead.
//   node scripts/ci/with-servers.mjs COMMAND [ARGUMENT…]
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from './servers/postgres.mjs';
import { startRedis } from './servers/redis.mjs';

const SERVERS = { TEST_DATABASE_URL: startPostgres, REDIS_URL: startRedis };

/** Runs the command and passes on the signals that end it. Resolves to its exit code. */
function runWith(addresses, [program, ...args]) {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...addresses } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const folder = mkdtempSync(path.join(tmpdir(), 'thongvon-servers-'));
chmodSync(folder, 0o711);
const running = [];
try {
  const addresses = {};
  for (const [name, start] of Object.entries(SERVERS)) {
    if (process.env[name]) continue;
    const server = await start(folder);
    running.push(server);
    addresses[name] = server.url;
  }
  process.exitCode = await runWith(addresses, process.argv.slice(2));
} finally {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
}
