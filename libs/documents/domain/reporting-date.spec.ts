import { instantAt, plainDate } from '@thongvon/kernel';
import { reportingDate } from './reporting-lines';

describe('the day that a return begun now is for', () => {
  it.each([
    ['Friday, when a new week has begun', '2023-06-23', '08:00', '2023-06-28'],
    ['Wednesday', '2023-06-28', '08:00', '2023-06-28'],
    ['Thursday before the cut-off', '2023-06-29', '16:59', '2023-06-28'],
    ['Thursday after it, when a new week has begun', '2023-06-29', '17:01', '2023-07-05'],
  ])('on %s, %s at %s, is %s', (_, date, time, expected) => {
    expect(reportingDate(instantAt(plainDate(date), time))).toBe(expected);
  });
});
