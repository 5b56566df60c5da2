import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type {
  ComparisonView,
  ListedReturnView,
  ListOf,
  ReturnListQuery,
  ReturnStateView,
  ReturnView,
  SheetWindowView,
  UnderstandingView,
  UnsentReturnsView,
} from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { longList } from '../../api/long-list';

/** A return as it is seen. */
export type SeenReturn = ReturnView;

export const returnsQuery = (request: Partial<ReturnListQuery>) =>
  getQuery<ListOf<ListedReturnView>>(['returns', 'list', request], '/api/returns', request);

/** What an office has handed in, the latest first, page by page, by what the list is filtered by. */
export const ownReturnsQuery = (organizationId: string, asked: Pick<ReturnListQuery, 'part' | 'kind'>) =>
  longList<ListedReturnView>(['returns', 'pages'], '/api/returns', { organizationId, ...asked });

/** What the reader's own office still has to send. */
export const owedReturnsQuery = getQuery<UnsentReturnsView>(['returns', 'owed'], '/api/owed-returns');

export const returnQuery = (id: string) => getQuery<ReturnView>(['returns', 'one', id], `/api/returns/${id}`);

/** How it was understood, of the state that is seen: an answer may change it, and stands beside no numbers of before. */
export const understandingQuery = ({ id, etag }: Pick<SeenReturn, 'id' | 'etag'>) =>
  getQuery<UnderstandingView>(['returns', 'understanding', id, etag], `/api/returns/${id}/understanding`);

/** Two versions side by side; `etag`: a check anew may say otherwise. */
export const comparisonQuery = (id: string, earlierId: string, etag: string) =>
  getQuery<ComparisonView>(['returns', 'versions', id, earlierId, etag], `/api/returns/${id}/comparison`, {
    with: earlierId,
  });

/** The bytes of a return never change, so a cell is asked for once, and again when something is declared for it. */
export const cellQuery = (id: string, sheet: string, cell: string) =>
  queryOptions({
    ...getQuery<SheetWindowView>(['cells', id, sheet, cell], `/api/returns/${id}/cells`, { sheet, cell }),
    staleTime: Infinity,
  });

/** As much of a sheet as somebody needs to see to say what its table is. */
const REACH = 39;

export const sheetQuery = (id: string, sheet: string) =>
  queryOptions({
    ...getQuery<SheetWindowView>(['cells', id, sheet, 'top'], `/api/returns/${id}/cells`, {
      sheet,
      cell: 'A1',
      reach: REACH,
    }),
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
  'correct',
  'take-back-corrections',
  'restore',
  'carry-answers',
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

/** How often a page looks whether another browser, or another person, has done something. Milliseconds. */
const LOOK_EVERY = 5_000;

/** Keeps what is seen of a return true while others work on it too; while it is being read its events do. */
export function useLive({ id, status, etag }: Pick<SeenReturn, 'id' | 'status' | 'etag'>): void {
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useQuery({
    ...getQuery<ReturnStateView>(['return-state', id], `/api/returns/${id}/state`),
    refetchInterval: LOOK_EVERY,
  });
  const isOther = data !== undefined && (data.status !== status || data.etag !== etag);
  // At each look that finds another state: it may have gone back to the one that was found before.
  useEffect(() => {
    if (isOther) void client.invalidateQueries({ queryKey: ['returns'] });
  }, [isOther, dataUpdatedAt, client]);
}

type Listed = Pick<ListedReturnView, 'id' | 'kinds' | 'asOf' | 'status'>;

/** Something is still to be done about it, unless a newer one does it. */
const UNFINISHED: readonly Listed['status'][] = ['needs-attention', 'ready', 'sent-back', 'reverted'];
/** What came back is outgrown as well by what was approved later to a later day: figures are cumulative. */
const CAME_BACK: readonly Listed['status'][] = ['sent-back', 'reverted'];
const APPROVED: readonly Listed['status'][] = ['approved', 'superseded'];
/** Stands for nothing any more. */
const ENDED: readonly Listed['status'][] = ['withdrawn', 'failed', 'reverted'];

/**
 * By the id of each unfinished return the latest one of the same kinds and date that came after it. `items` are one
 * office's, the latest first. Without a date (unread, a plan) nothing tells that another is meant to replace it.
 */
export function newerReturns<T extends Listed>(items: readonly T[]): ReadonlyMap<string, T> {
  const latest = new Map<string, T>();
  const newer = new Map<string, T>();
  for (const one of items) {
    if (one.asOf === null || one.kinds.length === 0) continue;
    const key = `${one.kinds.toSorted().join()} ${one.asOf}`;
    const found = latest.get(key);
    const instead = found ?? (CAME_BACK.includes(one.status) ? approvedTo(items, one) : undefined);
    if (instead && UNFINISHED.includes(one.status)) newer.set(one.id, instead);
    if (!found && (!ENDED.includes(one.status) || CAME_BACK.includes(one.status))) latest.set(key, one);
  }
  return newer;
}

/** The first of the same kinds, to a later day, that was approved after `one`; the latest stand first. */
function approvedTo<T extends Listed>(items: readonly T[], one: T): T | undefined {
  const kinds = one.kinds.toSorted().join();
  return items
    .slice(0, items.indexOf(one))
    .findLast(
      (later) =>
        APPROVED.includes(later.status) &&
        later.kinds.toSorted().join() === kinds &&
        (later.asOf ?? '') > (one.asOf ?? ''),
    );
}
