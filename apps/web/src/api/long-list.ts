import { infiniteQueryOptions, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ListOf } from '@thongvon/api-contract';
import { get } from './client';

/** Rows that are fetched at a time. */
const PAGE = 200;

/** A list of the API, page by page. A new order or filter leaves the old rows in place until the new ones are there. */
export function longList<T>(key: readonly string[], path: string, request: object) {
  return infiniteQueryOptions({
    queryKey: [...key, request],
    queryFn: ({ pageParam, signal }) =>
      get<ListOf<T>>(path, { ...request, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}

export interface LongList<T> {
  readonly query: Pick<UseInfiniteQueryResult, 'error' | 'refetch'>;
  /** Those that are there; undefined until the first page is. */
  readonly rows: readonly T[] | undefined;
  /** How many there are on all pages. */
  readonly total: number;
  /** Fetches the next page, if there is one and it isn't on its way: for the end of a table. */
  readonly more: () => void;
}

/** How often a list is asked for again while one of its rows is on its way somewhere. Milliseconds. */
const FOLLOW_EVERY = 2_000;

/** The rows of a `longList` so far; with `isMoving` asked for again and again as long as it says so of one of them. */
export function useLongList<T>(
  options: ReturnType<typeof longList<T>>,
  isMoving?: (row: T) => boolean,
): LongList<T> {
  const query = useInfiniteQuery({
    ...options,
    // A list that is looked at again for another reason says so in its options.
    refetchInterval: isMoving
      ? ({ state: { data } }) =>
          data?.pages.some(({ items }) => items.some(isMoving)) === true && FOLLOW_EVERY
      : (options.refetchInterval ?? false),
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { query, rows, total: data?.pages[0]?.total ?? 0, more };
}

/** As a long list what the API gives as a whole. */
export function wholeList<T>(query: LongList<T>['query'], items: readonly T[] | undefined): LongList<T> {
  return { query, rows: items, total: items?.length ?? 0, more: () => undefined };
}
