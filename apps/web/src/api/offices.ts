import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ListOf, OrganizationView } from '@thongvon/api-contract';
import { getQuery } from './client';

/** The offices that can be chosen, as many as a list may hold: the own and all below it; an administrator sees all. */
export const officesQuery = getQuery<ListOf<OrganizationView>>(
  ['organizations', 'offices'],
  '/api/organizations',
  { limit: 500 },
);

/** The same, for a choice among them. */
export const officeOptionsQuery = queryOptions({
  ...officesQuery,
  select: ({ items }) => items.map(({ id, name }) => ({ value: id, name })),
});

/** What the office of an id is called; a sign of waiting while the names are on their way. */
export function useOfficeNames(): (id: string) => string {
  const { data = [] } = useQuery(officeOptionsQuery);
  const names = new Map(data.map(({ value, name }) => [value, name]));
  return (id) => names.get(id) ?? '…';
}
