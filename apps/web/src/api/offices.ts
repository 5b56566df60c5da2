import { queryOptions } from '@tanstack/react-query';
import type { ListOf, OrganizationView } from '@thongvon/api-contract';
import { get } from './client';

/** The offices that can be chosen, as many as a list may hold: the own and all below it; an administrator sees all. */
export const officesQuery = queryOptions({
  queryKey: ['organizations', 'offices'],
  queryFn: ({ signal }) => get<ListOf<OrganizationView>>('/api/organizations', { limit: 500 }, signal),
});

/** The same, for a choice among them. */
export const officeOptionsQuery = queryOptions({
  ...officesQuery,
  select: ({ items }) => items.map(({ id, name }) => ({ value: id, name })),
});
