import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, messages, StartFailure } from './messages';

/** Our sole use of a data folder, until released or until this process ends in whatever way. */
export interface FolderClaim {
  /** Absolute, links resolved. */
  readonly folder: string;
  readonly release: () => Promise<void>;
}

const PREFIX = 'in-use-by-';

/**
 * Makes the folder if needed and claims it for this process. A process that has just been asked to stop gets
 * `patience` milliseconds to do so; then throws StartFailure, as it does when the folder can't be written to.
 *
 * The protocol: write your own mark, then look whether a living process has one. Whoever writes later sees the earlier
 * mark, so two can never both believe they own the folder, and since a mark's name is never used by another process,
 * marks of the dead can be swept away by anyone at any time.
 */
export async function claimFolder(wanted: string, patience = 3_000): Promise<FolderClaim> {
  const folder = await makeFolder(wanted);
  const mark = path.join(folder, `${PREFIX}${processTag()}`);
  const deadline = performance.now() + patience;
  for (;;) {
    const holder = await tryClaim(folder, mark);
    if (holder === undefined) return { folder, release: () => rm(mark, { force: true }) };
    if (performance.now() >= deadline) throw new StartFailure(messages.folderInUse(folder, holder));
    // Unequal pauses, so that two who meet don't keep meeting.
    await wait(50 + Math.random() * 100);
  }
}

/** Undefined when the folder is ours, else the process that has it. */
async function tryClaim(folder: string, mark: string): Promise<number | undefined> {
  if (!(await writeMark(folder, mark))) return process.pid;
  for (const name of await readdir(folder)) {
    const other = path.join(folder, name);
    if (!name.startsWith(PREFIX) || other === mark) continue;
    const tag = name.slice(PREFIX.length);
    if (isRunning(tag)) {
      await rm(mark, { force: true });
      return pidOfTag(tag);
    }
    await rm(other, { force: true });
  }
  return undefined;
}

/** False when this very process has the folder already. */
async function writeMark(folder: string, mark: string): Promise<boolean> {
  try {
    await writeFile(mark, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new StartFailure(messages.folderUnusable(folder, codeOf(error)), { cause: error });
  }
}

async function makeFolder(wanted: string): Promise<string> {
  try {
    const created = await mkdir(wanted, { recursive: true });
    // Whatever the umask: others may pass through (as root, the database's user must) but not look around.
    if (created !== undefined) await chmod(wanted, 0o711);
    return await realpath(wanted);
  } catch (error) {
    throw new StartFailure(messages.folderUnusable(path.resolve(wanted), codeOf(error)), { cause: error });
  }
}

/**
 * Names a running process, `<pid>-<hash of when it started>`, so that a later process with the same number is not
 * mistaken for it. Undefined when there is no such process, or when only its zombie is left.
 */
export function processTag(pid: number = process.pid): string | undefined {
  const start = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  if (start === undefined) return undefined;
  return `${pid}-${createHash('sha256').update(start).digest('hex').slice(0, 12)}`;
}

/** The process number in a tag; undefined when the text is no tag. */
export function pidOfTag(tag: string): number | undefined {
  const pid = /^([1-9]\d*)-[0-9a-f]{12}$/.exec(tag)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** Whether the very process that the tag names is still running. */
export function isRunning(tag: string): boolean {
  const pid = pidOfTag(tag);
  return pid !== undefined && processTag(pid) === tag;
}

/** How the process was called, words apart by spaces; undefined when there is no such process or it is not shown to us. */
export function commandLine(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'args=');
  return readIfThere(`/proc/${pid}/cmdline`)?.split('\0').join(' ').trim();
}

/** Ticks since boot, with the boot they are counted from: unlike a time of day, no clock adjustment moves them. */
function startOnLinux(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses and may itself contain spaces and parentheses.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields?.[0], fields?.[19]];
  if (state === undefined || ticks === undefined || state === 'Z' || state === 'X') return undefined;
  return `${readIfThere('/proc/sys/kernel/random/boot_id')} ${ticks}`;
}

function startByPs(pid: number): string | undefined {
  const answer = ps(pid, 'stat=,lstart=');
  return answer === undefined || answer.startsWith('Z') ? undefined : answer.replace(/^\S+\s+/, '');
}

function ps(pid: number, columns: string): string | undefined {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe', env: { LC_ALL: 'C', TZ: 'UTC' } } as const;
    return execFileSync('/bin/ps', ['-o', columns, '-p', String(pid)], options).trim() || undefined;
  } catch {
    return undefined;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
