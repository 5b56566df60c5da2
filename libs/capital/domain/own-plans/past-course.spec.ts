import { plainDate } from '@thongvon/kernel';
import { disbursedBy, pointsOf, yearBefore, type PastCourse } from './plan-months';

describe('the course of a year that is over', () => {
  const course: PastCourse = {
    planYear: 2022,
    planned: 1000n,
    cumulative: [31n, 59n, 59n, 50n, ...Array.from({ length: 9 }, () => 900n)],
  };
  const by = (day: string) => disbursedBy(course, plainDate(day));

  it('runs evenly within a month, falls where it fell, and stays after its last day', () => {
    expect(['2022-01-01', '2022-01-31', '2022-02-14', '2022-04-30', '2023-06-01'].map(by)).toEqual([
      1n,
      31n,
      45n,
      50n,
      900n,
    ]);
    expect(by('2022-04-15')).toBe(55n);
  });

  it('ends its months on their last days, the thirteenth in January', () => {
    const days = pointsOf(course).map(({ asOf }) => asOf);
    expect([days[1], days[11], days[12]]).toEqual(['2022-02-28', '2022-12-31', '2023-01-31']);
  });

  it('is compared by the same day of the year before', () => {
    expect(['2023-06-22', '2024-02-29', '2024-01-18'].map((day) => yearBefore(plainDate(day)))).toEqual([
      '2022-06-22',
      '2023-02-28',
      '2023-01-18',
    ]);
  });
});
