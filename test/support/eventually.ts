import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY = 25;

/** Asks again and again until `isRight` of the answer; fails with the last answer after `patience` milliseconds. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  patience = 30_000,
): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (performance.now() > deadline)
      throw new Error(`not in time; the last answer: ${JSON.stringify(answer)}`);
    await wait(LOOK_EVERY);
  }
}
