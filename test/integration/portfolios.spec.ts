import fc from 'fast-check';
import { DENOMINATORS, plainDate } from '@thongvon/kernel';
import { longRun, PATIENCE } from '../long/long-run';
import { checkSums, type Question } from '../support/portfolio/check';
import { District } from '../support/portfolio/district';
import { portfolio } from '../support/portfolio/portfolio';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Any sum that somebody may ask for: by whom, of which day, known when, over what, of which lines, of which projects. */
const question: fc.Arbitrary<Question> = fc.record({
  actor: fc.nat({ max: 3 }),
  known: optional(fc.nat()),
  asOf: fc.constantFrom('2023-01-04', '2023-05-19', '2023-06-07', '2023-06-20', '2023-10-31').map(plainDate),
  basis: fc.constantFrom('reported' as const, 'reported' as const, 'treasury' as const),
  denominator: fc.constantFrom(...DENOMINATORS),
  source: optional(fc.constantFrom('tinh', 'huyen', 'xa', 'unspecified')),
  planType: optional(fc.constantFrom('current-year' as const, 'carried-over' as const)),
  slice: fc.constantFrom(
    'none' as const,
    'owner' as const,
    'kind' as const,
    'commune' as const,
    'group' as const,
  ),
  which: fc.nat(),
});

/**
 * Random portfolios of several offices go through the real use cases; then every sum that the API gives, under random
 * filters, is what plain loops make of the approved returns (test/support/portfolio/naive.ts).
 *
 * Tried by breaking the product, each seen by this test at its first or second portfolio: a source chooses projects instead of lines
 * (walks, F1); an annex ends what its decision brought before (F4); the project's course takes the newest return of a date,
 * also a reverted one (H2).
 */
describe('every sum of a portfolio', () => {
  it(
    'is what its approved returns add up to, under every filter',
    async () => {
      const { runs, seed, report } = longRun('portfolios', 4, 300);
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(
          portfolio,
          fc.array(question, { minLength: 20, maxLength: 20 }),
          async (actions, questions) => {
            const district = await District.start();
            try {
              for (const action of actions) await district.act(action);
              for (const one of questions) asked += await checkSums(district, one);
            } finally {
              await district.system.close();
            }
          },
        ),
        // A smaller portfolio is soon found by hand from the one that is printed; shrinking would take minutes.
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ portfolios: runs, sums: asked, wrong: 0 });
    },
    PATIENCE,
  );
});
