import type { UseQueryResult } from '@tanstack/react-query';
import { useDeferredValue, type ReactNode } from 'react';
import { ErrorState, Loading } from './page-state';

interface QueryStatesProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is being waited for. */
  readonly what?: string;
  readonly children: (data: T) => ReactNode;
}

/** A query's loading and error states; old data stays shown while new data is fetched. */
export function QueryStates<T>({ query, what, children }: QueryStatesProps<T>) {
  const { data } = query;
  const isDrawn = useDrawn(data !== undefined);
  if (data !== undefined && isDrawn) return children(data);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <Loading {...(what === undefined ? {} : { what })} />;
}

/**
 * Whether what has come is to be drawn: a moment later than it came, so that React draws it for the first time in pieces,
 * between which an old computer can answer.
 */
export function useDrawn(hasCome: boolean): boolean {
  return useDeferredValue(hasCome) && hasCome;
}
