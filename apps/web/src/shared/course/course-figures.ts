import type { CurveView, MilestoneView } from '@thongvon/contracts';
import { formatRate } from '@thongvon/kernel';

/** The milestone that is next on a day; the last one once all are over. */
export function nextMilestone(day: string, milestones: readonly MilestoneView[]): MilestoneView | undefined {
  return milestones.find(({ on }) => day <= on) ?? milestones.at(-1);
}

/** `part ÷ whole` in percent as a number, two decimals; null when either isn't known or the whole is zero. */
export function percentOf(part: string | null, whole: string | null): number | null {
  if (part === null || whole === null) return null;
  const rate = formatRate(BigInt(part), BigInt(whole));
  return rate === null ? null : Number(rate);
}

/** Whether four weeks of figures are there, so that there is a pace. */
export const hasPace = ({ meanPerWeek }: CurveView): boolean => meanPerWeek !== null;
