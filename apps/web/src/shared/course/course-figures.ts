import type { CurveView, MilestoneView } from '@thongvon/contracts';
import { daysBetween, formatRate, plainDate } from '@thongvon/kernel';

/** Percent of the plan that is due by a day: between milestones as if time passed evenly. Null without milestones. */
export function dueBy(day: string, planYear: number, milestones: readonly MilestoneView[]): number | null {
  let [from, percent] = [`${planYear}-01-01`, 0];
  for (const next of milestones) {
    if (day <= next.on) {
      const share =
        daysBetween(plainDate(from), plainDate(day)) / daysBetween(plainDate(from), plainDate(next.on));
      return percent + (next.percent - percent) * share;
    }
    [from, percent] = [next.on, next.percent];
  }
  return milestones.length === 0 ? null : percent;
}

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
