import { queryOptions } from '@tanstack/react-query';
import type {
  BlockerCauseView,
  BlockerSummaryQuery,
  BlockerSummaryView,
  WeekDigestQuery,
  WeekDigestView,
} from '@thongvon/contracts';
import { get } from '../../api/client';
import { Problem } from '../../api/problem';

/** What the weekly letter says; null while no week is frozen. */
export const digestQuery = (request: WeekDigestQuery) =>
  queryOptions({
    queryKey: ['digest', request],
    queryFn: async ({ signal }): Promise<WeekDigestView | null> => {
      try {
        return await get<WeekDigestView>('/api/digest/week', request, signal);
      } catch (error) {
        if (request.week === undefined && error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });

/** What open blockers hold, by how far their due dates are away and by cause. */
export const heldByCauseQuery = (request: BlockerSummaryQuery) =>
  queryOptions({
    queryKey: ['blockers', 'summary', request],
    queryFn: ({ signal }) => get<BlockerSummaryView>('/api/blockers/summary', request, signal),
  });

/** The causes' names in both languages. */
export const causesQuery = queryOptions({
  queryKey: ['blocker-causes'],
  queryFn: ({ signal }) => get<readonly BlockerCauseView[]>('/api/blocker-causes', {}, signal),
  staleTime: Infinity,
});
