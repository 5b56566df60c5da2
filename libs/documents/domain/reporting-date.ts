import { addDays, businessDate, weekOfReceipt, type PlainDate } from '@thongvon/kernel';

/**
 * The day that a return begun now is for: the day before the week's cut-off, or today as long as that is still to come
 * (a return can't say what will have been paid).
 */
export function reportingDate(now: Date): PlainDate {
  const today = businessDate(now);
  const beforeCutOff = addDays(weekOfReceipt(now), -1);
  return beforeCutOff < today ? beforeCutOff : today;
}
