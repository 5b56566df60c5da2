import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Binaries } from './binaries';
import { clusterPaths, USER, type Credentials } from './cluster';
import type { DatabaseUser } from './database-user';
import { reachableFolder, type ReachableFolder } from './reachable-folder';
import { messages } from './messages';
import { StartFailure } from './start-failure';

const UNFINISHED = '.unfinished-';

export interface Initialisation {
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
