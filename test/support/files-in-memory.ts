import { readFileSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Several times what a run keeps at once. Bytes. */
const ROOM = 4 * 1024 ** 3;

/**
 * Has this run, and all that it starts, keep its temporary files in memory where there is room: the tests' databases are
 * made and dropped by the hundred, and no test proves what the loss of power does. A TMPDIR that is set stands.
 */
export function keepFilesInMemory(): void {
  if (process.env['TMPDIR'] === undefined && isFit()) process.env['TMPDIR'] = MEMORY;
}

/** Whether there is such a place, from which programs may be run, with room for the files and for the programs as well. */
function isFit(): boolean {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .find(([, folder]) => folder === MEMORY);
    if (mount?.[2] !== 'tmpfs' || mount[3]?.split(',').includes('noexec')) return false;
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM && freemem() >= 2 * ROOM;
  } catch {
    return false;
  }
}
