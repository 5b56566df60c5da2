import { plainDate } from '@thongvon/kernel';
import { STANDINGS_TEXTS } from './documents';

describe('what the workbook says of a change', () => {
  const of = (movement: Partial<Parameters<typeof STANDINGS_TEXTS.changeDates>[0]>): string =>
    STANDINGS_TEXTS.changeDates({ from: null, to: null, days: null, reason: null, since: null, ...movement });

  it('are its dates, since when nothing was reported, or that nobody splits it by source', () => {
    expect(of({ from: plainDate('2023-06-14'), to: plainDate('2023-06-21'), days: 7 })).toBe(
      'từ 14/06/2023 đến 21/06/2023 (7 ngày)',
    );
    expect(of({ reason: 'not-reported', since: plainDate('2023-06-14') })).toBe(
      'chưa có số mới từ 14/06/2023',
    );
    expect(of({ reason: 'not-split', since: plainDate('2023-06-21') })).toBe('chưa tách theo nguồn');
    expect(of({ reason: 'not-reported' })).toBe('');
  });
});
