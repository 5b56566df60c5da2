import { groupBy, yearOf, type PlainDate } from '@thongvon/kernel';
import { Problem } from '@thongvon/platform';

interface Dated {
  readonly day: PlainDate;
}

/** Throws HOLIDAY-OTHER-YEAR. */
export function assertOfYear(year: number, days: readonly Dated[]): void {
  const stranger = days.find(({ day }) => yearOf(day) !== year);
  if (stranger)
    throw new Problem(
      422,
      'HOLIDAY-OTHER-YEAR',
      'Có ngày không thuộc năm này.',
      'A day is not of this year.',
      { day: stranger.day },
    );
}

/** Throws HOLIDAY-REPEATED. */
export function assertOnce(days: readonly Dated[]): void {
  const twice = [...groupBy(days, ({ day }) => day)].find(([, same]) => same.length > 1);
  if (twice)
    throw new Problem(422, 'HOLIDAY-REPEATED', 'Có ngày được nêu hai lần.', 'A day is given twice.', {
      day: twice[0],
    });
}
