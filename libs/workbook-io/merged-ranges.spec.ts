import fc from 'fast-check';
import { keepFirstCells, type MergedRange, type RowModel } from './sheet-model';

const SIZE = 6;
const indexes = Array.from({ length: SIZE }, (_, index) => index);
const full: RowModel[] = indexes.map((row) => ({
  index: row,
  hidden: false,
  cells: indexes.map((column) => ({ row, column, value: { type: 'number', number: 1 } })),
}));

const line = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const range = fc
  .tuple(line, line)
  .map(([[top, bottom], [left, right]]): MergedRange => ({ top, left, bottom, right }));
const overlap = (a: MergedRange, b: MergedRange): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
const apart = (ranges: MergedRange[]): MergedRange[] =>
  ranges.filter((one, index) => !ranges.slice(0, index).some((other) => overlap(one, other)));

describe('merged ranges', () => {
  it('leave one cell each, and every cell outside of them', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }).map(apart), (merges) => {
        const covered = (row: number, column: number): boolean =>
          merges.some(
            ({ top, left, bottom, right }) =>
              row >= top &&
              row <= bottom &&
              column >= left &&
              column <= right &&
              (row !== top || column !== left),
          );
        const expected = indexes.flatMap((row) =>
          indexes.filter((column) => !covered(row, column)).map((column) => [row, column]),
        );
        const kept = keepFirstCells(full, merges).flatMap(({ cells }) => cells);
        expect(kept.map(({ row, column }) => [row, column])).toEqual(expected);
      }),
    );
  });
});
