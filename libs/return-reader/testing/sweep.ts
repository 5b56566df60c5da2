import fc from 'fast-check';
import { longRun } from '../../../test/long/long-run';
import type { Outcome } from './compare';

/** How often to try: `sample` in every `npm test`, `whole` in `npm run test:long`. */
export interface Sweep {
  readonly name: string;
  readonly sample: number;
  readonly whole: number;
}

/**
 * Reads many invented workbooks and counts what became of them. One that is read wrong fails the test, after all have
 * been counted, with the smallest workbook that is still read wrong and the seed that finds it again.
 */
export function sweep<Invented>(
  { name, sample, whole }: Sweep,
  invented: fc.Arbitrary<Invented>,
  judge: (invented: Invented) => Outcome,
): Record<Outcome['outcome'], number> {
  const { runs, seed, report } = longRun(name, sample, whole);
  const counts = { read: 0, refused: 0, wrong: 0 };
  const parameters = { seed, numRuns: runs };
  fc.assert(
    fc.property(invented, (one) => {
      counts[judge(one).outcome] += 1;
    }),
    parameters,
  );
  report({ 'read right': counts.read, refused: counts.refused, 'read wrong': counts.wrong });
  if (counts.wrong > 0)
    fc.assert(
      fc.property(invented, (one) => {
        const result = judge(one);
        if (result.outcome === 'wrong') throw new Error(result.why);
      }),
      parameters,
    );
  return counts;
}

/** What of `expected` isn't in `actual`, by path. Objects need the named keys; every item of a list needs a match. */
export function missingFrom(actual: unknown, expected: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: no list`];
    return expected.flatMap((item: unknown, i) =>
      actual.some((candidate) => missingFrom(candidate, item).length === 0)
        ? []
        : [`${path}[${i}]: ${JSON.stringify(item)}`],
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path}: no object`];
    const record = actual as Record<string, unknown>;
    return Object.entries(expected).flatMap(([key, value]) =>
      missingFrom(record[key], value, `${path}.${key}`),
    );
  }
  return Object.is(actual, expected)
    ? []
    : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}
