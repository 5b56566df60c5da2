import { byKnownKey } from './known-amounts';

const ROWS = [
  { id: 'a', code: '7904561', name: 'Đường A', amount: '1' },
  { id: 'b', code: null, name: 'Đường B', amount: '2' },
  { id: 'c', code: null, name: 'Nhà văn hóa', amount: '3' },
  { id: 'd', code: '7904562', name: 'NHÀ VĂN HÓA', amount: '4' },
];

describe('what is known of projects, for tables with and without codes', () => {
  it('is found by code and by name, and by a name of several projects not at all', () => {
    expect(byKnownKey(ROWS, new Map())).toEqual({
      '7904561': '1',
      '~duong a': '1',
      '~duong b': '2',
      '7904562': '4',
    });
  });

  it('is found by what a return calls them, once its sender has answered which they are, and never instead of what has that code', () => {
    const called = new Map([
      ['Đường B kéo dài', 'b'],
      ['7904599', 'c'],
      ['7904561', 'd'],
      ['Dự án khác', 'new'],
    ]);
    expect(byKnownKey(ROWS, called)).toMatchObject({
      '~duong b keo dai': '2',
      '7904599': '3',
      '7904561': '1',
    });
    expect(byKnownKey(ROWS, called)).not.toHaveProperty('~du an khac');
  });
});
