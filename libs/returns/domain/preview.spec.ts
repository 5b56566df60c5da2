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
});
