import { queryOptions } from '@tanstack/react-query';
import type {
  CurveView,
  EnteredView,
  ListOf,
  OfficeNameView,
  ParticipantView,
  ProjectClearancePageView,
  ProjectView,
  StandingView,
} from '@thongvon/api-contract';
import { get, getQuery } from '../../api/client';
import { curveQuery } from '../../shared/plan-year';

export const projectQuery = (id: string) => getQuery<ProjectView>(['projects', id], `/api/projects/${id}`);

/** How the project stands on a day; null where it has neither plan nor figure of that year. */
export const standingQuery = (
  { id, code, name }: ProjectView,
  planYear: number,
  day: { asOf: string; businessDay: string },
) =>
  queryOptions({
    queryKey: ['disbursements', 'standing', id, planYear, day],
    queryFn: async ({ signal }): Promise<StandingView | null> => {
      const request = { planYear, ...day, q: code ?? name, targets: 'true' };
      const { items } = await get<ListOf<StandingView>>('/api/disbursements/standings', request, signal);
      return items.find((one) => one.id === id) ?? null;
    },
  });

/** The days that the live pages reckon on, and the targets of the year. */
export const reckoningQuery = (planYear: number) => ({
  ...curveQuery({ planYear }),
  select: ({ reckoning, milestones }: CurveView) => ({ reckoning, milestones }),
});

/** Blockers as of today, what they hold by the figures of the day. */
export const clearanceQuery = (id: string, figuresAsOf: string | null) =>
  getQuery<ProjectClearancePageView>(
    ['land-clearance', 'project', id, figuresAsOf],
    `/api/land-clearance/projects/${id}`,
    figuresAsOf === null ? {} : { figuresAsOf },
  );

/** What was typed of the project for a plan year; null what nobody has entered. */
export const enteredQuery = (projectId: string, planYear: number) =>
  getQuery<EnteredView>(['projects', projectId, 'entered', planYear], `/api/projects/${projectId}/entered`, {
    planYear,
  });

/** Offices that report a part of the project, those that do no longer last. */
export const participantsQuery = (projectId: string) =>
  getQuery<readonly ParticipantView[]>(
    ['projects', projectId, 'participants'],
    `/api/projects/${projectId}/participants`,
  );

/** The offices that may be named, as many as a list may hold. */
export const participantOfficesQuery = (projectId: string) =>
  getQuery<ListOf<OfficeNameView>>(
    ['projects', projectId, 'participants', 'offices'],
    `/api/projects/${projectId}/participants/offices`,
    { limit: 500 },
  );
