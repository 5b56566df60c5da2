import { byKnownKey } from './known-amounts';

describe('what is known of projects, for tables with and without codes', () => {
  it('is found by code and by name, and by a name of several projects not at all', () => {
    expect(
      byKnownKey([
        { code: '7904561', name: 'Đường A', amount: '1' },
        { code: null, name: 'Đường B', amount: '2' },
        { code: null, name: 'Nhà văn hóa', amount: '3' },
        { code: '7904562', name: 'NHÀ VĂN HÓA', amount: '4' },
      ]),
    ).toEqual({ '7904561': '1', '~duong a': '1', '~duong b': '2', '7904562': '4' });
  });
});
