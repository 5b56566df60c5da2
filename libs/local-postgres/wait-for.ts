import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again, with `pause` milliseconds in between; false when `within` milliseconds have brought no yes. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  { within, pause }: { within: number; pause: number },
): Promise<boolean> {
  const deadline = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() >= deadline) return false;
    await wait(pause);
  }
  return true;
}
