/**
 * Named moments on the way of a return at which a test may kill the process (test/faults). In ordinary operation reaching one costs a
 * look at an undefined variable.
 */
export const CRASH_POINTS = [
  'bytes-kept',
  'reading',
  'read',
  'approved',
  'figures-committed',
  'before-relay',
  'after-relay',
  'recomputed',
] as const;
/** The same on the way of a mail (test/mail). */
export const MAIL_CRASH_POINTS = ['mail-sending', 'mail-delivered'] as const;
export type CrashPoint = (typeof CRASH_POINTS | typeof MAIL_CRASH_POINTS)[number];

let onReached: ((point: CrashPoint) => Promise<void>) | undefined;

/** Installs what happens at a point. Only the fault tests' entry does this. */
export function watchPoints(watcher: (point: CrashPoint) => Promise<void>): void {
  onReached = watcher;
}

export async function reachPoint(point: CrashPoint): Promise<void> {
  await onReached?.(point);
}
