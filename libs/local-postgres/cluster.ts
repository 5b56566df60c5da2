import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries';
import { messages } from './messages';
import { StartFailure } from './start-failure';

/** PostgreSQL's word for the data of one server: here `<data folder>/postgres`. */
export interface Cluster {
  readonly home: string;
  /** PostgreSQL's own data directory, owned by the database user. */
  readonly data: string;
  readonly log: string;
  readonly credentials: Credentials;
}

export interface Credentials {
  /** The superuser's random password. */
  readonly password: string;
  /** Random; stands in the server's command line, so that a server left over from a killed start is known as ours. */
  readonly clusterName: string;
}

/** The superuser, and the one database of the system. */
export const USER = 'thongvon';
export const DATABASE = 'thongvon';

/** Where a data folder keeps its cluster. */
export const homeIn = (folder: string) => path.join(folder, 'postgres');

/** The address of a database of the cluster's server, on the loopback. Contains the password. */
export const urlOf = ({ credentials }: Cluster, port: number, database: string) =>
  `postgres://${USER}:${credentials.password}@127.0.0.1:${port}/${database}`;

/** Where the parts of a cluster lie beneath its home. */
export const clusterPaths = (home: string) => ({
  data: path.join(home, 'data'),
  credentials: path.join(home, 'credentials.json'),
  log: path.join(home, 'server.log'),
});

/** The cluster in `home`, which exists. Throws StartFailure if it isn't whole. */
export async function openCluster(home: string): Promise<Cluster> {
  const paths = clusterPaths(home);
  const credentials = parseCredentials(await readPart(home, paths.credentials));
  if (credentials === undefined) {
    throw new StartFailure(messages.clusterDamaged(home, path.basename(paths.credentials)));
  }
  await readPart(home, path.join(paths.data, 'global', 'pg_control'));
  return { home, data: paths.data, log: paths.log, credentials };
}

/** Throws StartFailure if another PostgreSQL made the cluster than the one that is to run it. */
export async function checkVersion({ home, data }: Cluster, { majorVersion }: Binaries): Promise<void> {
  const found = (await readPart(home, path.join(data, 'PG_VERSION'))).trim();
  if (found !== majorVersion) {
    throw new StartFailure(messages.clusterOfOtherVersion(home, found, majorVersion));
  }
}

async function readPart(home: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new StartFailure(messages.clusterDamaged(home, path.relative(home, file)), { cause: error });
  }
}

function parseCredentials(text: string): Credentials | undefined {
  try {
    const { password, clusterName } = JSON.parse(text) as Partial<Credentials>;
    return password && clusterName ? { password, clusterName } : undefined;
  } catch {
    return undefined;
  }
}
