import fc from 'fast-check';
import { openWorkbook } from '@thongvon/workbook-io';
import { readWorkbook } from './read-workbook';
import { judge, sweep } from './testing/compare';
import { layouts } from './testing/layout';
import { portfolios } from './testing/portfolio';
import { writeReturn } from './testing/write-return';
import { writeXlsx } from './testing/write-table';

describe('returns in layouts that nobody has seen', () => {
  it('are read to the đồng or refused with a reason, never read wrong', () => {
    const invented = fc.tuple(
      portfolios(),
      layouts().filter(({ title }) => title !== 'treasury'),
    );
    const { read, refused } = sweep({ name: 'returns', sample: 300, whole: 9000 }, invented, (one) =>
      judge(readWorkbook(writeReturn(...one).model), ...one),
    );
    // What is refused has amounts typed so that they can be read in two ways.
    expect(read / (read + refused)).toBeGreaterThan(0.8);
  });

  it('are read as well where they are statements of the Treasury', () => {
    const invented = fc.tuple(
      portfolios(),
      layouts().map((layout) => ({ ...layout, title: 'treasury' as const })),
    );
    const { read, refused } = sweep(
      { name: 'Treasury statements', sample: 100, whole: 4000 },
      invented,
      (one) => judge(readWorkbook(writeReturn(...one).model), ...one),
    );
    expect(read / (read + refused)).toBeGreaterThan(0.75);
  });

  it('read the same from a real .xlsx file as from the model of it', async () => {
    await fc.assert(
      fc.asyncProperty(portfolios(), layouts(), async (portfolio, layout) => {
        const { model } = writeReturn(portfolio, layout);
        const opened = openWorkbook(await writeXlsx(model));
        expect(readWorkbook(opened)).toEqual(readWorkbook(model));
      }),
      { numRuns: 25 },
    );
  });
});
