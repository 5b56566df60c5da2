import { currentPlanYear, plainDate } from '@thongvon/kernel';

/** The plan year that is current on a day of the API: until 31 January that of last year. */
export function planYearOf(day: string): number {
  return currentPlanYear(plainDate(day));
}
