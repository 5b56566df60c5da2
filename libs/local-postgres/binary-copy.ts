import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messages } from './messages';
import { isRunning, processTag } from './process-tag';
import { StartFailure } from './start-failure';

/** Where root keeps what can be made again and other users may read; the second for machines whose /var is read-only. */
const CACHES = ['/var/cache/thongvon', path.join(tmpdir(), 'thongvon-cache')];
const UNFINISHED = '.unfinished-';

/**
 * Copies PostgreSQL (about 50 MB, once per version) to where every user of the machine can run it; only root needs that.
 * Returns the copy's folder. A copy is made aside and renamed, so a killed start leaves no half of one.
 */
export async function copyWithinReach(native: string): Promise<string> {
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
