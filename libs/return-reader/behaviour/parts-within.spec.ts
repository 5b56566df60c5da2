import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { complaints, readTable, type Rows } from '../testing/read-sheet';

const HEADER: Rows = [
  ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', null, null, 'Lũy kế giải ngân', null, null],
  [null, null, 'Tổng số', 'Trong đó', null, 'Tổng số', 'Trong đó', null],
  [null, null, null, 'NS tỉnh', 'NS huyện', null, 'KLHT', 'Tạm ứng'],
];
const MERGES = ['C4:E4', 'F4:H4', 'D5:E5', 'G5:H5'];
const columns = (...rows: Rows): Reading => readTable([...HEADER, ...rows], MERGES);

const rowsOf = (...parts: Rows): Reading =>
  readTable([
    ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'],
    [1, 'Đường A', 9000, 4000],
    ...parts,
    [2, 'Cầu B', 8000, 3000],
  ]);

describe('what a table calls a part (“trong đó”)', () => {
  it('stops a return where the parts of columns exceed their whole, in every measure', () => {
    expect(complaints(columns([1, 'Đường A', 9000, 6000, 4000, 4000, 3500, 500]))).toEqual([
      'RET-PARTS-EXCEED D7',
    ]);
    expect(complaints(columns([1, 'Đường A', 9000, 5000, 4000, 4000, 3500, 900]))).toEqual([
      'RET-PARTS-EXCEED G7',
    ]);
  });

  it('stops a return at the row where they do, though the other rows list only some parts', () => {
    const reading = columns(
      [1, 'Đường A', 9000, 6000, null, 4000, 3500, 500],
      [2, 'Cầu B', 8000, 8500, null, 3000, 3000, 0],
      [3, 'Chợ C', 7000, 3000, 1000, 2000, 2000, 0],
    );
    expect(complaints(reading)).toEqual(['RET-PARTS-EXCEED D8']);
  });

  it('may be less than the whole: not all parts need be listed', () => {
    expect(complaints(columns([1, 'Đường A', 9000, 6000, 1000, 4000, 3500, 500]))).toEqual([]);
  });

  it('is held against its whole in a nest of parts', () => {
    const nested = (inner: number): Reading =>
      readTable(
        [
          ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', null, null, null, 'Giải ngân'],
          [null, null, 'Tổng số', 'Trong đó', null, null, null],
          [null, null, null, 'NS tỉnh', null, 'NS huyện', null],
          [null, null, null, 'Tổng số', 'Trong đó: CTMTQG', null, null],
          [1, 'Đường A', 9000, 6000, inner, 3000, 4000],
        ],
        ['C4:F4', 'D5:F5', 'D6:E6'],
      );
    expect(complaints(nested(2000))).toEqual([]);
    expect(complaints(nested(6500))).toEqual(['RET-PARTS-EXCEED E8']);
  });

  it('stops a return where rows beneath a project exceed it', () => {
    expect(complaints(rowsOf([null, 'Trong đó: vốn chuẩn bị đầu tư', 9500, 400]))).toEqual([
      'RET-PARTS-EXCEED C6',
    ]);
    expect(
      complaints(rowsOf([null, 'Trong đó:'], ['-', 'NS tỉnh', 6000, 1000], ['-', 'NS huyện', 4000, 1000])),
    ).toEqual(['RET-PARTS-EXCEED C7']);
    expect(complaints(rowsOf([null, 'Trong đó: vốn chuẩn bị đầu tư', 950, 400]))).toEqual([]);
  });

  it('never exceeds it unnoticed, however it is written', () => {
    const amount = fc.integer({ min: 100, max: 9000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 5 }), (plans) => {
        const reading = columns(
          ...plans.map(([whole, a, b], i) => [i + 1, `Đường số ${i + 1}`, whole, a, b, 50, 40, 10] as const),
        );
        const exceeds = plans.some(([whole, a, b]) => a + b > whole + 1);
        if (exceeds) expect(complaints(reading)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
