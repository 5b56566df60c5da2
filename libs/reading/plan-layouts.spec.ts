import fc from 'fast-check';
import { exitCodeOf, readWorkbook, type Reading } from './index';
import { portfolios } from './testing/portfolio';
import { planLayouts, writePlan, type PlanLayout, type PlannedAmount } from './testing/write-plan';

/** What a reading says of the plan, as what was written: sources by their label, codes only where there is a column. */
function read({ allocations }: Reading): string[] {
  return allocations
    .map(({ code, name, sourceLabel, planned }) => [code ?? '', name, sourceLabel ?? '', planned].join(' | '))
    .sort();
}

function written(expected: readonly PlannedAmount[], { base }: PlanLayout): string[] {
  return expected
    .map(({ code, name, source, planned }) =>
      [base.code === 'none' ? '' : code, name, source ?? '', planned].join(' | '),
    )
    .sort();
}

describe('plans in layouts that nobody has seen', () => {
  it('are read to the đồng or refused with a reason, never read wrong', () => {
    let right = 0;
    const runs = 200;
    fc.assert(
      fc.property(portfolios(), planLayouts(), (portfolio, layout) => {
        const { model, expected } = writePlan(portfolio, layout);
        const reading = readWorkbook(model);
        if (exitCodeOf(reading) !== 0) {
          expect(
            reading.findings.some(({ severity }) => severity === 'error' || severity === 'question'),
          ).toBe(true);
          return;
        }
        expect(reading.kinds).toEqual(['plan']);
        expect(reading.decision).toMatchObject({ number: '9001/QĐ-UBND', date: '2022-12-15' });
        expect(read(reading)).toEqual(written(expected, layout));
        right += 1;
      }),
      { numRuns: runs },
    );
    // What is refused has amounts typed so that they can be read in two ways.
    expect(right / runs).toBeGreaterThan(0.8);
  });
});
