import { queryOptions } from '@tanstack/react-query';
import type {
  ListedReturnView,
  ListOf,
  ReconciliationQuery,
  ReconciliationRowView,
  ReturnView,
  UnsentReturnsView,
} from '@thongvon/api-contract';
import { get, getQuery } from '../../api/client';
import { longList } from '../../api/long-list';

/** What was sent and waits for approval. */
export const queueQuery = queryOptions({
  ...getQuery<ListOf<ListedReturnView>>(['returns', 'queue'], '/api/returns', {
    status: 'submitted',
    limit: 200,
  }),
  refetchInterval: 60_000,
});

/** One return with its answers and numbers. */
export const returnQuery = (id: string) => getQuery<ReturnView>(['returns', 'one', id], `/api/returns/${id}`);

/** The latest of all offices, in whatever state. */
export const recentQuery = getQuery<ListOf<ListedReturnView>>(['returns', 'recent'], '/api/returns', {
  limit: 200,
});

/** What offices still owe, and when they were reminded of it. */
export const stillOwedQuery = getQuery<UnsentReturnsView>(['returns', 'owed', 'all'], '/api/owed-returns', {
  offices: 'all',
});

export const RECONCILIATION_KEY = ['reconciliation'] as const;

type Differences = Pick<ReconciliationQuery, 'planYear' | 'asOf' | 'state' | 'open'>;

/** Board and Treasury per project and source, page by page. */
export const differencesQuery = (request: Differences & { readonly q: string | undefined }) =>
  longList<ReconciliationRowView>(RECONCILIATION_KEY, '/api/reconciliation', request);

/** How many rows there are; one is enough to know. */
export const rowCountQuery = (request: Differences) =>
  queryOptions({
    queryKey: [...RECONCILIATION_KEY, 'count', request],
    queryFn: async ({ signal }) => {
      const asked = { ...request, limit: 1 };
      return (await get<ListOf<ReconciliationRowView>>('/api/reconciliation', asked, signal)).total;
    },
  });
