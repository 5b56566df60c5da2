import { plainDate } from '@thongvon/kernel';
import { planYearsOfWeek } from './frozen-week';

describe('the plan years of a week', () => {
  it('are one, but in January the old year too, up to the week with its last day', () => {
    expect(planYearsOfWeek(plainDate('2023-06-22'))).toEqual([2023]);
    expect(planYearsOfWeek(plainDate('2023-12-28'))).toEqual([2023]);
    expect(planYearsOfWeek(plainDate('2024-01-04'))).toEqual([2023, 2024]);
    expect(planYearsOfWeek(plainDate('2024-02-01'))).toEqual([2023, 2024]);
    expect(planYearsOfWeek(plainDate('2024-02-08'))).toEqual([2024]);
  });
});
