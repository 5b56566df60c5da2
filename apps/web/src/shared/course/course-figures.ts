import type { CurveView, MilestoneView } from '@thongvon/api-contract';

/** The milestone that is next on a day; the last one once all are over. */
export function nextMilestone(day: string, milestones: readonly MilestoneView[]): MilestoneView | undefined {
  return milestones.find(({ on }) => day <= on) ?? milestones.at(-1);
}

/** Whether four weeks of figures are there, so that there is a pace. */
export const hasPace = ({ meanPerWeek }: CurveView): boolean => meanPerWeek !== null;
