import type { ReactNode } from 'react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { ErrorState, Loading } from './page-state';

interface ListStatesProps<T> {
  readonly list: {
    readonly query: Pick<UseInfiniteQueryResult, 'error' | 'refetch'>;
    readonly rows: readonly T[] | undefined;
  };
  /** What is said where there is nothing. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly T[]) => ReactNode;
}

/** Loading, error and nothing around the rows of a long list. */
export function ListStates<T>({ list: { query, rows }, empty, children }: ListStatesProps<T>) {
  if (rows !== undefined) return rows.length === 0 ? empty : children(rows);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
