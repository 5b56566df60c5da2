import fc from 'fast-check';
import { readWorkbook } from './read-workbook';
import { type Reading } from './model/reading';
import { judged, sweep } from './testing/compare';
import { portfolios } from './testing/portfolio';
import { planLayouts, writePlan, type PlanLayout, type PlannedAmount } from './testing/write-plan';

/** What a reading says of the plan, as what was written: sources by their label, codes only where there is a column. */
function readAllocations({ allocations }: Reading): string[] {
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
    const { read, refused } = sweep(
      { name: 'plans', sample: 200, whole: 4000 },
      fc.tuple(portfolios(), planLayouts()),
      ([portfolio, layout]) => {
        const { model, expected } = writePlan(portfolio, layout);
        const reading = readWorkbook(model);
        return judged(reading, () => {
          expect(reading.kinds).toEqual(['plan']);
          expect(reading.decision).toMatchObject({ number: '9001/QĐ-UBND', date: '2022-12-15' });
          expect(readAllocations(reading)).toEqual(written(expected, layout));
        });
      },
    );
    // What is refused has amounts typed so that they can be read in two ways.
    expect(read / (read + refused)).toBeGreaterThan(0.8);
  });
});
