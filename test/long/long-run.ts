import { appendFileSync } from 'node:fs';

/** How many of each outcome a part of `npm run test:long` had, by the outcome's name: {"read right": 9000, "read wrong": 0}. */
export type Counts = Readonly<Record<string, number>>;

export interface LongRun {
  /** How often to try: the sample that every `npm test` tries, or all that `npm run test:long` does. */
  readonly runs: number;
  /** New on every run; SEED repeats one. */
  readonly seed: number;
  /** Hands what was counted to `npm run test:long`, which prints and keeps it; does nothing in `npm test`. */
  readonly report: (counts: Counts) => void;
}

/** How long one such test may take, in ms: a sample two minutes, all an hour. */
export const PATIENCE = process.env['LONG_RESULTS'] === undefined ? 120_000 : 3_600_000;

/**
 * A test that tries random inputs: few in `npm test`, many in `npm run test:long` (scripts/test-long.mjs, which names the
 * file for results in LONG_RESULTS). RUNS tries another number, for whoever looks into one part.
 */
export function longRun(name: string, sample: number, whole: number): LongRun {
  const file = process.env['LONG_RESULTS'];
  const runs = Number(process.env['RUNS'] ?? (file === undefined ? sample : whole));
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  return {
    runs,
    seed,
    report: (counts) => {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, runs, seed, counts })}\n`);
    },
  };
}
