import fc from 'fast-check';
import { openWorkbook } from '@thongvon/workbooks';
import { readWorkbook } from './index';
import { judge } from './testing/compare';
import { DAMAGES, withValue } from './testing/damage';
import { layouts } from './testing/layout';
import { portfolios } from './testing/portfolio';
import { writeReturn } from './testing/write-return';
import { writeXlsx } from './testing/write-xlsx';

const invented = fc.tuple(portfolios(), layouts());

describe('returns in layouts that nobody has seen', () => {
  it('are read to the đồng or refused with a reason, never read wrong', () => {
    let read = 0;
    const runs = 300;
    fc.assert(
      fc.property(invented, ([portfolio, layout]) => {
        const result = judge(readWorkbook(writeReturn(portfolio, layout).model), portfolio, layout);
        if (result.outcome === 'wrong') throw new Error(result.why);
        if (result.outcome === 'read') read += 1;
      }),
      { numRuns: runs },
    );
    // What is refused has amounts typed so that they can be read in two ways.
    expect(read / runs).toBeGreaterThan(0.8);
  });

  it('read the same from a real .xlsx file as from the model of it', async () => {
    await fc.assert(
      fc.asyncProperty(invented, async ([portfolio, layout]) => {
        const { model } = writeReturn(portfolio, layout);
        const opened = openWorkbook(await writeXlsx(model));
        expect(readWorkbook(opened)).toEqual(readWorkbook(model));
      }),
      { numRuns: 25 },
    );
  });

  it('give every mistake in an amount its name, at its cell', () => {
    fc.assert(
      fc.property(invented, fc.constantFrom(...DAMAGES), fc.nat(), ([portfolio, layout], damage, n) => {
        const written = writeReturn(portfolio, layout);
        const leaves = written.leaves.filter((leaf) =>
          /^(planned|disbursed|completed|advance)/.test(leaf.key),
        );
        const place = leaves[n % leaves.length];
        if (!place) return;
        const { model, sheet, cell } = withValue(written.model, place, damage);
        const { findings } = readWorkbook(model);
        expect(findings).toContainEqual(expect.objectContaining({ code: damage.code, sheet, cell }));
      }),
      { numRuns: 200 },
    );
  });
});
