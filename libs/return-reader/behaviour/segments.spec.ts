import type { Reading } from '../model/reading';
import { complaints, readTable, type Rows } from '../testing/read-sheet';

const HEAD = [
  'STT',
  'Mã dự án',
  'Tên dự án',
  'Xã, phường',
  'Số hộ bị ảnh hưởng',
  'Số hộ đã bàn giao',
  'Vướng mắc',
];
const read = (rows: Rows, merges: readonly string[] = []): Reading => readTable([HEAD, ...rows], merges);
const reported = (reading: Reading): unknown[] =>
  reading.landClearance.map(({ code, segment, households, blocker }) => [code, segment, households, blocker]);

describe('a project that a clearance table tells of in parts', () => {
  it('keeps the parts beneath its own row, with what each says stands in the way', () => {
    const reading = read([
      [1, '7904561', 'Đường A', null, 30, 14, null],
      ['1.1', null, 'Đoạn qua xã Bình Phú', null, 10, 7, 'Chưa có giá đất'],
      ['1.2', null, 'Đoạn qua xã Bình Quế', null, 20, 7, null],
      [2, '7904562', 'Cầu B', null, 20, 7, null],
    ]);
    expect(reported(reading)).toEqual([
      ['7904561', undefined, 30, null],
      ['7904561', 'Đoạn qua xã Bình Phú', 10, 'Chưa có giá đất'],
      ['7904561', 'Đoạn qua xã Bình Quế', 20, null],
      ['7904562', undefined, 20, null],
    ]);
    expect(complaints(reading)).toEqual([]);
  });

  it('tells rows under a merged name apart by the place beside it', () => {
    const reading = read(
      [
        [1, '7904561', 'Đường A', 'Xã Bình Phú', 10, 7, 'Chưa có giá đất'],
        [null, null, null, 'Xã Bình Quế', 20, 7, null],
        [2, '7904562', 'Cầu B', 'Xã Bình Dương', 20, 7, null],
      ],
      ['A5:A6', 'B5:B6', 'C5:C6'],
    );
    expect(reported(reading)).toEqual([
      ['7904561', 'Xã Bình Phú', 10, 'Chưa có giá đất'],
      ['7904561', 'Xã Bình Quế', 20, null],
      ['7904562', undefined, 20, null],
    ]);
  });

  it('tells rows without a name apart by the place, and leaves out a total among them', () => {
    const reading = read([
      [1, '7904561', 'Đường A', 'Xã Bình Phú', 10, 7, 'Chưa có giá đất'],
      [null, null, null, 'Xã Bình Quế', 25, 9, null],
      [null, null, null, 'Cộng', 35, 16, null],
      [2, '7904562', 'Cầu B', 'Xã Bình Dương', 20, 7, null],
    ]);
    expect(reported(reading)).toEqual([
      ['7904561', 'Xã Bình Phú', 10, 'Chưa có giá đất'],
      ['7904561', 'Xã Bình Quế', 25, null],
      ['7904562', undefined, 20, null],
    ]);
  });

  it.each([
    ['communes', 'Xã Bình Phú', 'Xã Bình Quế'],
    ['batches', 'Đợt 1', 'Đợt 2'],
    ['stretches', 'Đoạn qua xã Bình Phú', 'Đoạn qua xã Bình Quế'],
  ])('keeps %s beneath a project without a code as its parts', (_, one, other) => {
    const reading = read([
      [1, null, 'Đường A', null, 35, 16, null],
      ['1.1', null, one, null, 10, 7, 'Chưa có giá đất'],
      ['1.2', null, other, null, 25, 9, null],
      [2, null, 'Cầu B', null, 20, 7, null],
    ]);
    expect(reported(reading)).toEqual([
      [null, undefined, 35, null],
      [null, one, 10, 'Chưa có giá đất'],
      [null, other, 25, null],
      [null, undefined, 20, null],
    ]);
  });

  it('takes projects beneath the heading of a commune for projects', () => {
    const reading = read([
      ['I', null, 'Xã Bình Phú', null, 35, 16, null],
      [1, null, 'Đường A', null, 10, 7, null],
      [2, null, 'Thôn 3: mở rộng đường', null, 25, 9, null],
    ]);
    expect(reading.landClearance.map(({ name }) => name)).toEqual(['Đường A', 'Thôn 3: mở rộng đường']);
  });
});
