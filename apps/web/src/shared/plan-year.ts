import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CurveRequest, CurveView, MilestoneView } from '@thongvon/api-contract';
import { currentPlanYear, plainDate } from '@thongvon/kernel';
import { getQuery } from '../api/client';

/** The plan year that is current on a day of the API: until 31 January that of last year. */
export function planYearOf(day: string): number {
  return currentPlanYear(plainDate(day));
}

/** The plan year by week, the current one unless another is named: targets, what was disbursed, where it leads. The former stays until the new one is there. */
export const curveQuery = (request: CurveRequest) =>
  queryOptions({
    ...getQuery<CurveView>(['disbursements', 'curve', request], '/api/disbursements/curve', request),
    placeholderData: keepPreviousData,
  });

/** The milestone that is next on a day; the last one once all are over. */
export function nextMilestone(day: string, milestones: readonly MilestoneView[]): MilestoneView | undefined {
  return milestones.find(({ on }) => day <= on) ?? milestones.at(-1);
}

/** Whether four weeks of figures are there, so that there is a pace. */
export const hasPace = ({ meanPerWeek }: CurveView): boolean => meanPerWeek !== null;
