import { infiniteQueryOptions } from '@tanstack/react-query';
import type {
  BlockerCause,
  BlockerListQuery,
  BlockerSort,
  BlockerState,
  BlockerView,
  ListOf,
} from '@thongvon/api-contract';
import { get } from '../../api/client';
import { useAddressState } from '../../shared/address-state';

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

/** What the address asks for; open ones where it doesn't say. */
export function useBlockersRequest(): Partial<BlockerListQuery> {
  const { value } = useAddressState();
  const [cause, unit, q, sort] = [value('cause'), value('unit'), value('q'), value('sort')];
  return {
    state: (value('state') ?? 'open') as BlockerState,
    ...(cause === undefined ? {} : { cause: cause as BlockerCause }),
    ...(unit === undefined ? {} : { responsibleUnit: unit }),
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort: sort as BlockerSort }),
  };
}
