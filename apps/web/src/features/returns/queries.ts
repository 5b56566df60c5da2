import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type {
  ListedReturnView,
  ListOf,
  ReturnListQuery,
  ReturnView,
  SheetWindowView,
  UnsentReturnsView,
} from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';

/** A return as it is seen. */
export type SeenReturn = ReturnView;

export const returnsQuery = (request: Partial<ReturnListQuery>) =>
  queryOptions({
    queryKey: ['returns', 'list', request],
    queryFn: ({ signal }) => get<ListOf<ListedReturnView>>('/api/returns', request, signal),
  });

/** All that an office has handed in, the latest first, page by page. */
export const ownReturnsQuery = (organizationId: string) =>
  longList<ListedReturnView>(['returns', 'pages'], '/api/returns', { organizationId });

/** What the reader's own office still has to send. */
export const owedReturnsQuery = queryOptions({
  queryKey: ['returns', 'owed'],
  queryFn: ({ signal }) => get<UnsentReturnsView>('/api/owed-returns', {}, signal),
});

export const returnQuery = (id: string) =>
  queryOptions({
    queryKey: ['returns', 'one', id],
    queryFn: ({ signal }) => get<ReturnView>(`/api/returns/${id}`, {}, signal),
  });

/** The bytes of a return never change, so a cell is asked for once. */
export const cellQuery = (id: string, sheet: string, cell: string) =>
  queryOptions({
    queryKey: ['cells', id, sheet, cell],
    queryFn: ({ signal }) => get<SheetWindowView>(`/api/returns/${id}/cells`, { sheet, cell }, signal),
    staleTime: Infinity,
  });

/** As much of a sheet as somebody needs to see to say what its table is. */
const REACH = 39;

export const sheetQuery = (id: string, sheet: string) =>
  queryOptions({
    queryKey: ['cells', id, sheet, 'top'],
    queryFn: ({ signal }) =>
      get<SheetWindowView>(`/api/returns/${id}/cells`, { sheet, cell: 'A1', reach: REACH }, signal),
    staleTime: Infinity,
  });

/** What happens to a return while somebody watches; `end` says that nothing more comes of itself. */
const EVENTS = [
  'received',
  'start-reading',
  'find-fault',
  'find-ready',
  'fail',
  'answer',
  'map',
  'read-again',
  'take-back',
] as const;

/**
 * Follows a return while it is being read: every event of its stream refreshes it. A lost connection is taken up again by
 * the browser with `Last-Event-ID`; meanwhile it is `lost`.
 */
export function useFollowing(id: string, isMoving: boolean): { readonly isLost: boolean } {
  const client = useQueryClient();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (!isMoving) return;
    const source = new EventSource(`/api/returns/${id}/events`);
    const refresh = () => void client.invalidateQueries({ queryKey: returnQuery(id).queryKey });
    for (const name of EVENTS) source.addEventListener(name, refresh);
    source.addEventListener('end', () => {
      source.close();
      refresh();
    });
    source.onopen = () => setLost(false);
    source.onerror = () => setLost(true);
    return () => source.close();
  }, [id, isMoving, client]);
  return { isLost: isLost && isMoving };
}
