import { queryOptions } from '@tanstack/react-query';
import type {
  BlockerCauseView,
  BlockerDetailView,
  BlockerSummaryQuery,
  BlockerSummaryView,
} from '@thongvon/api-contract';
import { getQuery } from '../../api/client';

/** What open blockers hold, by how far their due dates are away, and by what is asked for. */
export const heldQuery = (request: BlockerSummaryQuery) =>
  getQuery<BlockerSummaryView>(['blockers', 'summary', request], '/api/blockers/summary', request);

/** One blocker with all that has happened to it. */
export const blockerQuery = (id: string) =>
  getQuery<BlockerDetailView>(['blockers', 'one', id], `/api/blockers/${id}`);

/** The causes' names in both languages. */
export const causesQuery = queryOptions({
  ...getQuery<readonly BlockerCauseView[]>(['blocker-causes'], '/api/blocker-causes'),
  staleTime: Infinity,
});
