import { queryOptions } from '@tanstack/react-query';
import type { AlertRulesView, ListOf, MailView, OrganizationView, UserView } from '@thongvon/contracts';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';

export const USERS_KEY = ['users'] as const;
export const MAILS_KEY = ['mails'] as const;

export const usersQuery = (q: string | undefined) => longList<UserView>(USERS_KEY, '/api/users', { q });
export const organizationsQuery = longList<OrganizationView>(['organizations'], '/api/organizations', {});
export const mailsQuery = (filter: {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
}) => longList<MailView>(MAILS_KEY, '/api/mails', filter);

/** The offices that an account can belong to, as many as a list may hold. */
export const officesQuery = queryOptions({
  queryKey: ['organizations', 'offices'],
  queryFn: ({ signal }) => get<ListOf<OrganizationView>>('/api/organizations', { limit: 500 }, signal),
});

export const rulesQuery = queryOptions({
  queryKey: ['alert-rules'],
  queryFn: ({ signal }) => get<AlertRulesView>('/api/alert-rules', {}, signal),
});
