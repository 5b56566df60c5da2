import { daysBetween, divideHalfAwayFromZero, type Dong, type PlainDate } from '@thongvon/kernel';

/**
 * Data: the late amount is reckoned at the rate for late tax (Land Law 2024, article 94, paragraph 3). The rate itself
 * is given from memory (Law on Tax Administration 38/2019, article 59): an exposure to look into, not a debt.
 */
export const LATE_RATE = {
  perDay: { numerator: 3n, denominator: 10_000n },
  text: '0.03',
  unverified: true,
  source: 'Luật Quản lý thuế 38/2019, Điều 59 (chưa đối chiếu)',
} as const;

/** What lateness since the day after `lastDay` may have cost by `today`, on `base` that is approved and not paid. Whole đồng, half up. */
export function lateExposure(
  base: Dong,
  lastDay: PlainDate,
  today: PlainDate,
): { days: number; exposure: Dong } {
  const days = Math.max(0, daysBetween(lastDay, today));
  const { numerator, denominator } = LATE_RATE.perDay;
  return { days, exposure: divideHalfAwayFromZero(base * numerator * BigInt(days), denominator) };
}
