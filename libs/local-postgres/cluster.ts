import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './binaries';
import { type DatabaseUser, reachableFolder, type ReachableFolder } from './binaries';
import { messages, StartFailure } from './messages';

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

const UNFINISHED = '.unfinished-';

interface Initialisation {
  readonly binaries: Binaries;
  readonly user: DatabaseUser | undefined;
  /** False spares the wait for the disk; only for data that nobody will miss. */
  readonly durable: boolean;
}

/**
 * Makes a cluster in `home`, which doesn't exist yet: made aside and renamed, so that a kill in the midst leaves nothing
 * but a folder that the next start sweeps away. Only the holder of the data folder's claim may call this.
 */
export async function initialise(home: string, { binaries, user, durable }: Initialisation): Promise<void> {
  await sweep(home);
  const unfinished = `${home}${UNFINISHED}${randomBytes(4).toString('hex')}`;
  const paths = clusterPaths(unfinished);
  await mkdir(paths.data, { recursive: true, mode: 0o700 });
  await chmod(unfinished, 0o711);
  if (user !== undefined) await chown(paths.data, user.uid, user.gid);
  const credentials: Credentials = {
    password: randomBytes(24).toString('hex'),
    clusterName: `thongvon-${randomBytes(8).toString('hex')}`,
  };
  try {
    const reachable = await reachableFolder(paths.data, user);
    const said = await initdb(binaries, reachable, { user, durable, password: credentials.password });
    if (said !== undefined) throw new StartFailure(messages.initialisationFailed(home, said));
    await writeFile(paths.credentials, JSON.stringify(credentials), { mode: 0o600, flush: true });
    await rename(unfinished, home);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function sweep(home: string): Promise<void> {
  const folder = path.dirname(home);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${path.basename(home)}${UNFINISHED}`)) continue;
    // An initdb whose parent was killed may still be writing into it.
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Undefined when it went well, else what initdb said last. */
async function initdb(
  binaries: Binaries,
  { cwd, path: data }: ReachableFolder,
  { user, durable, password }: { user: DatabaseUser | undefined; durable: boolean; password: string },
): Promise<string | undefined> {
  const passwordFile = await openPasswordFile(path.join(cwd, '..', 'password'), password, user);
  try {
    const child = spawn(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        `--username=${USER}`,
        '--pwfile=/dev/fd/3',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Sorts by code point, with PostgreSQL's own tables of letters: the same on every machine.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      // Detached, so that Ctrl-C lets it finish: it takes a second and is then stopped in order.
      {
        cwd,
        ...user,
        env: { LC_ALL: 'C' },
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe', passwordFile.fd],
      },
    );
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('exit', resolve);
    });
    const [code, said] = await Promise.all([exited, child.stderr ? text(child.stderr) : '']);
    return code === 0 ? undefined : said.trim().split('\n').join(' ');
  } finally {
    await passwordFile.close();
  }
}

/** Handed over open and already unlinked: readable by the database user, and by nobody through a path. */
async function openPasswordFile(file: string, password: string, user: DatabaseUser | undefined) {
  await writeFile(file, password, { mode: 0o600, flag: 'wx' });
  if (user !== undefined) await chown(file, user.uid, user.gid);
  const handle = await open(file, 'r');
  await rm(file);
  return handle;
}
