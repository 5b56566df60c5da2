import { queryOptions } from '@tanstack/react-query';
import type {
  BlockerCauseView,
  BlockerDetailView,
  BlockerSummaryQuery,
  BlockerSummaryView,
} from '@thongvon/api-contract';
import { get } from '../../api/client';

/** What open blockers hold, by how far their due dates are away, and by what is asked for. */
export const heldQuery = (request: BlockerSummaryQuery) =>
  queryOptions({
    queryKey: ['blockers', 'summary', request],
    queryFn: ({ signal }) => get<BlockerSummaryView>('/api/blockers/summary', request, signal),
  });

/** One blocker with all that has happened to it. */
export const blockerQuery = (id: string) =>
  queryOptions({
    queryKey: ['blockers', 'one', id],
    queryFn: ({ signal }) => get<BlockerDetailView>(`/api/blockers/${id}`, {}, signal),
  });

/** The causes' names in both languages. */
export const causesQuery = queryOptions({
  queryKey: ['blocker-causes'],
  queryFn: ({ signal }) => get<readonly BlockerCauseView[]>('/api/blocker-causes', {}, signal),
  staleTime: Infinity,
});
