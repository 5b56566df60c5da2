import type { LandType } from '@thongvon/api-contract';
import { deadlinesOf } from '../deadlines';
import { CONFIRMED, datesOf } from '../../../testing/worked-example';

// Land is recovered no sooner than 90 days (agricultural) or 180 days after the notice: article 85; 60 or 120 since 1/1/2026.
describe('from the notice to the recovery decision', () => {
  const earliest = (notice: string, land: LandType | null) =>
    deadlinesOf('recovery-decision', datesOf({ 'recovery-notice': { done: notice } }), CONFIRMED, land).map(
      ({ date, limit }) => [date, limit.days],
    );

  it.each<[string, LandType, string, number]>([
    ['2024-09-02', 'agricultural', '2024-12-01', 90],
    ['2024-09-02', 'non-agricultural', '2025-03-01', 180],
    ['2026-01-05', 'agricultural', '2026-03-06', 60],
    ['2026-01-05', 'non-agricultural', '2026-05-05', 120],
  ])('notice of %s, %s land: not before %s (%i days)', (notice, land, date, days) => {
    expect(earliest(notice, land)).toEqual([[date, days]]);
  });

  it('counts the longer wait where the kind of land is not known', () => {
    expect(earliest('2026-01-05', null)).toEqual([['2026-05-05', 120]]);
  });
});
