import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Binaries } from './binaries';
import { type Cluster, USER } from './cluster';
import { type DatabaseUser, reachableFolder } from './binaries';
import { messages, StartFailure } from './messages';

/** PostgreSQL's main process; the server ends with it. */
export interface Postmaster {
  readonly port: number;
  readonly process: ChildProcess;
}

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly user: DatabaseUser | undefined;
  readonly durable: boolean;
}

const ATTEMPTS = 4;
/** Making good what a crash has left can take a while on a slow disk. */
const READY_WITHIN = 300_000;
const LOG_KEPT = 10 * 1024 * 1024;

/**
 * Starts the server on a free port of the loopback and waits until it answers. Tries again when another program was
 * faster to take the port, or the processes of a killed server are still going. Throws StartFailure with the log's last line.
 */
export async function startPostmaster(cluster: Cluster, options: PostmasterOptions): Promise<Postmaster> {
  await rotateLog(cluster.log);
  let last = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await wait(500 * attempt);
    const logged = await sizeOf(cluster.log);
    const postmaster = await spawnPostmaster(cluster, options);
    if (await becomesReady(postmaster, cluster)) return postmaster;
    last = await lastFatal(cluster.log, logged);
  }
  throw new StartFailure(messages.doesNotStart(cluster.log, last));
}

async function spawnPostmaster(cluster: Cluster, options: PostmasterOptions): Promise<Postmaster> {
  const { binaries, user, durable } = options;
  const reachable = await reachableFolder(cluster.data, user);
  const port = await freePort();
  const settings = serverSettings({ port, clusterName: cluster.credentials.clusterName, durable });
  const log = await open(cluster.log, 'a', 0o600);
  try {
    const child = spawn(binaries.postgres, ['-D', reachable.path, ...settings], {
      cwd: reachable.cwd,
      ...user,
      // Nothing of ours: PGOPTIONS and the like would change the server.
      env: { LC_ALL: 'C' },
      // Ctrl-C reaches our whole process group and must not cut the server under the feet of the application.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    return { port, process: child };
  } finally {
    await log.close();
  }
}

/** False when the process has ended instead. */
async function becomesReady({ port, process: child }: Postmaster, cluster: Cluster): Promise<boolean> {
  let failed: Error | undefined;
  child.once('error', (error) => (failed = error));
  const settled = async () =>
    failed !== undefined || hasEnded(child) || (await answers(port, cluster.credentials.password));
  const inTime = await waitFor(settled, { within: READY_WITHIN, pause: 25 });
  if (inTime && failed === undefined) return !hasEnded(child);
  child.kill('SIGQUIT');
  const reason = failed?.message ?? `silent for ${READY_WITHIN / 1000} s`;
  throw new StartFailure(messages.doesNotStart(cluster.log, reason));
}

/** SCRAM proves both ways: only the server that knows our password's verifier counts as an answer. */
async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: USER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * A fast shutdown: open transactions are rolled back, everything is written, sessions end. After a minute an immediate
 * one, which PostgreSQL's log makes good at the next start.
 */
export async function stopPostmaster({ process: child }: Postmaster): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await ended;
  clearTimeout(impatience);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function rotateLog(log: string): Promise<void> {
  if ((await sizeOf(log)) > LOG_KEPT) await rename(log, `${log}.1`);
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

/** What this attempt's FATAL or last line of the log says. */
async function lastFatal(log: string, from: number): Promise<string> {
  const handle = await open(log, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, from);
    const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n');
    return (lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '').trim();
  } finally {
    await handle.close();
  }
}

/** For a small machine that also does other work; on the command line, so that a new version's settings hold for old data. */
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  // Three processes fewer; the data fits in memory.
  io_method: 'sync',
  // Compiling a query costs more than our queries take.
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

/** A crash may lose everything; only for tests, of which several start the system, and workers of it, on one server at a time. */
const NOT_DURABLE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/** PostgreSQL's settings as command-line arguments. */
function serverSettings(own: { port: number; clusterName: string; durable: boolean }): string[] {
  const settings = {
    ...ALWAYS,
    ...(own.durable ? {} : NOT_DURABLE),
    port: String(own.port),
    cluster_name: own.clusterName,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Asks again and again, with `pause` milliseconds in between; false when `within` milliseconds have brought no yes. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  { within, pause }: { within: number; pause: number },
): Promise<boolean> {
  const deadline = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() >= deadline) return false;
    await wait(pause);
  }
  return true;
}
