import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, Loading } from './page-state';

interface QueryStatesProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is being waited for. */
  readonly what?: string;
  readonly children: (data: T) => ReactNode;
}

/** A query's loading and error states; old data stays shown while new data is fetched. */
export function QueryStates<T>({ query, what, children }: QueryStatesProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <Loading {...(what === undefined ? {} : { what })} />;
}
