import { infiniteQueryOptions } from '@tanstack/react-query';
import type { BlockerListQuery, BlockerView, ListOf } from '@thongvon/api-contract';
import { get } from '../../api/client';

const PAGE = 100;

/** The blockers that match, page by page. */
export const blockersQuery = (request: Partial<BlockerListQuery>) =>
  infiniteQueryOptions({
    queryKey: ['blockers', 'list', request],
    queryFn: ({ pageParam, signal }) =>
      get<ListOf<BlockerView>>('/api/blockers', { ...request, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
