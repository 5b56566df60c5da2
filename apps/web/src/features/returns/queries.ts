import { queryOptions } from '@tanstack/react-query';
import type {
  ListedReturnView,
  ListOf,
  UnsentReturnsView,
  ReturnListQuery,
  ReturnView,
  SheetWindowView,
} from '@thongvon/api-contract';
import { get } from '../../api/client';

/** A return as it is seen. */
export type SeenReturn = ReturnView;

export const returnsQuery = (request: Partial<ReturnListQuery>) =>
  queryOptions({
    queryKey: ['returns', 'list', request],
    queryFn: ({ signal }) => get<ListOf<ListedReturnView>>('/api/returns', request, signal),
  });

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
