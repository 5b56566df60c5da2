import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { messages } from './messages';
import { StartFailure } from './start-failure';

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
