import { once } from 'node:events';
import { access, readFile, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { type Binaries, findBinaries } from './binaries';
import {
  checkVersion,
  type Cluster,
  clusterPaths,
  DATABASE,
  homeIn,
  initialise,
  openCluster,
  urlOf,
} from './cluster';
import { databaseUser, type DatabaseUser } from './binaries';
import { commandLine, type FolderClaim, isRunning, processTag } from './folder-claim';
import { messages, StartFailure } from './messages';
import { type Postmaster, startPostmaster, stopPostmaster, waitFor } from './postmaster';

/** A PostgreSQL of our own, running. */
export interface LocalPostgres {
  /** `postgres://…` of the system's database, as superuser, on the loopback. Contains the password. */
  readonly url: string;
  /** Settles when the server ends, whether or not by `close`. */
  readonly ended: Promise<void>;
  /** Stops it in order; resolves when everything is on disk. */
  readonly close: () => Promise<void>;
}

/**
 * Runs a PostgreSQL with its data in `<claimed folder>/postgres`: makes the data at first, ends what a killed start has
 * left running, and works as root too. Takes under a second. `durable: false` is faster and only for tests.
 * Throws StartFailure.
 */
export async function startLocalPostgres(
  { folder }: FolderClaim,
  { durable = true }: { durable?: boolean } = {},
): Promise<LocalPostgres> {
  const home = homeIn(folder);
  const user = await databaseUser(clusterPaths(home).data);
  const binaries = await findBinaries(user);
  const cluster = await prepareCluster(home, { binaries, user, durable });
  const postmaster = await startPostmaster(cluster, { binaries, user, durable });
  const ended = once(postmaster.process, 'exit').then(() => undefined);
  try {
    await ensureDatabase(cluster, postmaster);
  } catch (error) {
    await stopPostmaster(postmaster);
    throw error;
  }
  return { url: urlOf(cluster, postmaster.port, DATABASE), ended, close: () => stopPostmaster(postmaster) };
}

async function prepareCluster(
  home: string,
  options: { binaries: Binaries; user: DatabaseUser | undefined; durable: boolean },
): Promise<Cluster> {
  if (!(await exists(home))) await initialise(home, options);
  const cluster = await openCluster(home);
  await checkVersion(cluster, options.binaries);
  await stopOrphan(cluster);
  return cluster;
}

/** Ends what a killed start has left running on the claimed folder and deletes its data. For tests' left-overs. */
export async function discardLocalPostgres({ folder }: FolderClaim): Promise<void> {
  const home = homeIn(folder);
  if (!(await exists(home))) return;
  await stopOrphan(await openCluster(home));
  await rm(home, { recursive: true });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function ensureDatabase(cluster: Cluster, postmaster: Postmaster): Promise<void> {
  const client = new Client({ connectionString: urlOf(cluster, postmaster.port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const FAST_SHUTDOWN_WITHIN = 60_000;
const IMMEDIATE_SHUTDOWN_WITHIN = 10_000;

/**
 * Ends the server that a killed process of ours has left running on this cluster, if there is one. Ending rather than
 * adopting it costs a quarter of a second and leaves one state to think about: our child, with our settings and binaries.
 * A server that isn't provably ours is left alone: throws StartFailure.
 */
async function stopOrphan({ data, home, credentials }: Cluster): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  const tag = pid > 0 ? processTag(pid) : undefined;
  if (tag === undefined) return;
  if (commandLine(pid)?.includes(`cluster_name=${credentials.clusterName}`)) return end(pid, tag);
  const serves = await servesFolder(pid, data);
  if (serves === true) throw new StartFailure(messages.otherServer(home, pid));
  // The number has gone to another program since; PostgreSQL itself would take that for a running server.
  if (serves === false) await rm(pidFile);
}

/** Whether the process is a server on this folder: its processes all work in it. Undefined if that isn't shown to us. */
async function servesFolder(pid: number, data: string): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return /^\S*\bpostgres\b/.test(commandLine(pid) ?? '');
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === undefined ? undefined : folder === data;
}

async function end(pid: number, tag: string): Promise<void> {
  // In PostgreSQL's terms a fast shutdown; then an immediate one, which its log makes good at the next start.
  for (const [signal, within] of [
    ['SIGINT', FAST_SHUTDOWN_WITHIN],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_WITHIN],
  ] as const) {
    if (!isRunning(tag)) return;
    process.kill(pid, signal);
    if (await waitFor(() => !isRunning(tag), { within, pause: 20 })) return;
  }
  throw new StartFailure(messages.doesNotStop(pid));
}

/** Line of PostgreSQL's own `postmaster.pid` that holds the port, counted from 0. */
const PORT_LINE = 3;

/**
 * The address of the server that another process runs on this data folder, so that a command can work next to it;
 * undefined when none does. Throws StartFailure when the folder's data is damaged.
 */
export async function runningLocalPostgres(folder: string): Promise<string | undefined> {
  const home = homeIn(path.resolve(folder));
  const exists = await access(home).then(
    () => true,
    () => false,
  );
  if (!exists) return undefined;
  const cluster = await openCluster(home);
  const lines = (await readFile(path.join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const pid = Number.parseInt(lines[0] ?? '', 10);
  // The file may be a killed server's, and its number another program's by now.
  const isOurs = pid > 0 && commandLine(pid)?.includes(`cluster_name=${cluster.credentials.clusterName}`);
  const port = Number.parseInt(lines[PORT_LINE] ?? '', 10);
  return isOurs && port > 0 ? urlOf(cluster, port, DATABASE) : undefined;
}
