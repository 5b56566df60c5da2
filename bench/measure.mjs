// How things are measured: contenders take turns, so that a noisy machine is noisy for all of them, and the median counts.

import { setTimeout as wait } from 'node:timers/promises';

/** Long enough for sockets to be seen closed after this process was busy with something else. */
export const REST = 50;

/** Milliseconds that `work` takes, after a short rest. */
export async function timed(work) {
  await wait(REST);
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Runs every contender once per round, in turn, and gives the median of each in milliseconds. The first rounds only
 * warm up.
 *
 * @template {string} Name
 * @param {Record<Name, (round: number) => unknown>} contenders
 * @param {{ warmUp: number, rounds: number }} options
 * @returns {Promise<Record<Name, number>>}
 */
export async function mediansOf(contenders, { warmUp, rounds }) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of names) {
      const time = await timed(() => contenders[name](round));
      if (round >= warmUp) times[name].push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

/** The value that so large a share of all (0.95) doesn't exceed; NaN of none. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
