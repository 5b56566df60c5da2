import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { messages, StartFailure } from './messages';

/** Whom PostgreSQL's programs run as, when that is not ourselves. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

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
