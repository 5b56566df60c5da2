import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DatabaseUser } from './database-user';
import { messages } from './messages';
import { StartFailure } from './start-failure';

/** How the database user's programs get into a folder: the folder they are started in, and what they call it. */
export interface ReachableFolder {
  readonly cwd: string;
  readonly path: string;
}

/** On Linux a process passes through this link into its working folder without passing the folders above it. */
const WORKING_FOLDER = '/proc/self/cwd';

const run = promisify(execFile);

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
