import { queryOptions } from '@tanstack/react-query';
import type {
  CurveView,
  ListOf,
  PaidBeforeView,
  ProjectClearancePageView,
  ProjectView,
  StandingView,
} from '@thongvon/contracts';
import { get } from '../../api/client';
import { Problem } from '../../api/problem';
import { curveQuery } from '../../shared/course/queries';

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id],
    queryFn: ({ signal }) => get<ProjectView>(`/api/projects/${id}`, {}, signal),
  });

/** How the project stands on a day; null where it has neither plan nor figure of that year. */
export const standingQuery = ({ id, code, name }: ProjectView, planYear: number, asOf: string) =>
  queryOptions({
    queryKey: ['disbursements', 'standing', id, planYear, asOf],
    queryFn: async ({ signal }): Promise<StandingView | null> => {
      const request = { planYear, asOf, q: code ?? name };
      const { items } = await get<ListOf<StandingView>>('/api/disbursements/standings', request, signal);
      return items.find((one) => one.id === id) ?? null;
    },
  });

/** Targets of the year, as the rule has them. */
export const milestonesQuery = (planYear: number) => ({
  ...curveQuery({ planYear }),
  select: ({ milestones }: CurveView) => milestones,
});

export const clearanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['land-clearance', 'project', id],
    queryFn: ({ signal }) => get<ProjectClearancePageView>(`/api/land-clearance/projects/${id}`, {}, signal),
  });

/** What was paid before the plan year; null while nobody has entered it. */
export const paidBeforeQuery = (projectId: string, planYear: number) =>
  queryOptions({
    queryKey: ['projects', projectId, 'paid-before', planYear],
    queryFn: async ({ signal }): Promise<PaidBeforeView | null> => {
      try {
        return await get<PaidBeforeView>(`/api/projects/${projectId}/paid-before`, { planYear }, signal);
      } catch (error) {
        if (error instanceof Problem && error.code === 'PAID-BEFORE-NOT-FOUND') return null;
        throw error;
      }
    },
  });
