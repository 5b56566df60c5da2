import type { Reading } from '../index';
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
const told = (reading: Reading): unknown[] =>
  reading.landClearance.map(({ code, segment, households, blocker }) => [code, segment, households, blocker]);

describe('a project that a clearance table tells of in parts', () => {
  it('keeps the parts beneath its own row, with what each says stands in the way', () => {
    const reading = read([
      [1, '7904561', 'Đường A', null, 30, 14, null],
      ['1.1', null, 'Đoạn qua xã Bình Phú', null, 10, 7, 'Chưa có giá đất'],
      ['1.2', null, 'Đoạn qua xã Bình Quế', null, 20, 7, null],
      [2, '7904562', 'Cầu B', null, 20, 7, null],
    ]);
    expect(told(reading)).toEqual([
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
    expect(told(reading)).toEqual([
      ['7904561', 'Xã Bình Phú', 10, 'Chưa có giá đất'],
      ['7904561', 'Xã Bình Quế', 20, null],
      ['7904562', undefined, 20, null],
    ]);
  });
});
