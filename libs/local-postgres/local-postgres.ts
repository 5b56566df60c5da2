import { once } from 'node:events';
import { access, rm } from 'node:fs/promises';
import { Client } from 'pg';
import { findBinaries, type Binaries } from './binaries';
import { checkVersion, clusterPaths, DATABASE, homeIn, openCluster, urlOf, type Cluster } from './cluster';
import { databaseUser, type DatabaseUser } from './database-user';
import type { FolderClaim } from './folder-claim';
import { initialise } from './initialise';
import { stopOrphan } from './orphan';
import { startPostmaster, stopPostmaster, type Postmaster } from './postmaster';

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
