import fc from 'fast-check';
import { previewRow, previewTotal } from './preview';

const row = (before: bigint | null, after: bigint | null, missing = false) =>
  previewRow({ projectId: null, code: null, name: '', before, after, cell: null, missing });

describe('the sums of a preview', () => {
  it('are those of the projects that the return names: what was approved of a missing one stays', () => {
    expect(previewTotal([row(100n, 130n), row(null, 5n), row(900n, null, true)])).toEqual({
      before: '100',
      after: '135',
      change: '35',
    });
  });

  // Contract, section 2, "Silence isn't zero": 1,200 → 1,300; 900 → blank, which stays; 600 → "-", which is zero.
  it('take a blank cell for no fall, and a written zero for one', () => {
    expect(previewTotal([row(1_200n, 1_300n), row(900n, null), row(600n, 0n)])).toEqual({
      before: '1800',
      after: '1300',
      change: '-500',
    });
  });

  const known = fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: null });
  it('change by what the rows that say an amount change by', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ before: known, after: known, missing: fc.boolean() })), (rows) => {
        const said = rows.filter(({ after, missing }) => after !== null && !missing);
        const change = said.reduce((sum, { before, after }) => sum + (after ?? 0n) - (before ?? 0n), 0n);
        const total = previewTotal(rows.map(({ before, after, missing }) => row(before, after, missing)));
        expect(total.change).toBe(said.length === 0 ? null : change.toString());
      }),
    );
  });
});
