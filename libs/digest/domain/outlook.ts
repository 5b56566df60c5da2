import { addDays, daysBetween, type Dong, type PlainDate } from '@thongvon/kernel';
import type { Outlook } from '@thongvon/reallocation';
import type { LatestDay } from './decision';

/** What must be spent each week to spend all that is left in so many days, rounded up. */
export const neededPerWeek = (remaining: Dong, daysLeft: number): Dong =>
  (remaining * 7n + BigInt(daysLeft) - 1n) / BigInt(daysLeft);

/** By the outlook of a project on the cut-off `week`, until `end`. */
export function latestDay({ remaining, pace }: Outlook, week: PlainDate, end: PlainDate): LatestDay {
  const { change, days } = pace;
  if (remaining === 0n) return { state: 'nothing-left' };
  if (remaining === null || change === null || days === null) return { state: 'no-pace' };
  if (change <= 0n) return { state: 'not-moving' };
  const aWeek = change * 7n;
  const weeks = Number((remaining * BigInt(days) + aWeek - 1n) / aWeek);
  const weeksLeft = Math.max(0, Math.floor(daysBetween(week, end) / 7));
  return weeks > weeksLeft
    ? { state: 'passed', weeks, weeksLeft }
    : { state: 'known', on: addDays(end, -7 * weeks), weeks };
}
