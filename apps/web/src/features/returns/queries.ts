import { queryOptions } from '@tanstack/react-query';
import type {
  ListedReturnView,
  ListOf,
  ReturnListQuery,
  ReturnView,
  SheetWindowView,
} from '@thongvon/contracts';
import { get, getTagged } from '../../api/client';

/** A return with the ETag of what is seen of it. */
export type SeenReturn = ReturnView & { readonly etag: string };

export const returnsQuery = (request: Partial<ReturnListQuery>) =>
  queryOptions({
    queryKey: ['returns', 'list', request],
    queryFn: ({ signal }) => get<ListOf<ListedReturnView>>('/api/returns', request, signal),
  });

export const returnQuery = (id: string) =>
  queryOptions({
    queryKey: ['returns', 'one', id],
    queryFn: ({ signal }) => getTagged<ReturnView>(`/api/returns/${id}`, signal),
  });

/** The bytes of a return never change, so a cell is asked for once. */
export const cellQuery = (id: string, sheet: string, cell: string) =>
  queryOptions({
    queryKey: ['cells', id, sheet, cell],
    queryFn: ({ signal }) => get<SheetWindowView>(`/api/returns/${id}/cells`, { sheet, cell }, signal),
    staleTime: Infinity,
  });
