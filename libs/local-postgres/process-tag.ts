import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

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
