import { partFacts, segmentNamed, splitsOf } from './placed-rows';

describe('the name of a part of a project', () => {
  it.each([
    ['Đường A - đoạn qua xã Bình Phú', [['Đường A', 'đoạn qua xã Bình Phú']]],
    ['Đường A (đợt 2)', [['Đường A', 'đợt 2']]],
    [
      'Nâng cấp đường xã Bình Phú, đợt 1',
      [
        ['Nâng cấp đường', 'xã Bình Phú, đợt 1'],
        ['Nâng cấp đường xã Bình Phú', 'đợt 1'],
      ],
    ],
    ['Duong A - dot 2', [['Duong A', 'dot 2']]],
    ['Đợt 1', []],
    ['Trường mầm non Đoàn Kết', []],
  ])('%s', (name, splits) => {
    expect(splitsOf(name).map(({ base, part }) => [base, part])).toEqual(splits);
  });

  it('finds the segment by its own name at the end, the longest first', () => {
    const segments = [{ nameKey: 'xa binh phu' }, { nameKey: 'doan qua xa binh phu' }, { nameKey: 'dot 1' }];
    expect(segmentNamed('Đoạn qua xã Bình Phú', segments)).toBe(segments[1]);
    expect(segmentNamed('địa bàn xã Bình Phú', segments)).toBe(segments[0]);
    expect(segmentNamed('Đợt 11', segments)).toBeUndefined();
  });

  it('tells a batch its number and a stretch its commune', () => {
    expect(partFacts('Đợt 2')).toEqual({ batch: 2, commune: null });
    expect(partFacts('Đoạn qua xã Bình Phú')).toEqual({ batch: null, commune: 'xã Bình Phú' });
  });
});
