import { queryOptions } from '@tanstack/react-query';
import type {
  AlertCountsView,
  AlertFilterQuery,
  AlertGroupsQuery,
  AlertGroupView,
  AlertListQuery,
  AlertRulesView,
  AlertView,
  ProjectView,
} from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';
import { ALERTS_KEY } from '../../shared/alerts';

/** What the address asks for, without pages. */
export type AlertsRequest = Omit<AlertFilterQuery, 'limit' | 'cursor'>;

export const alertsQuery = (request: AlertsRequest & Pick<AlertListQuery, 'sort'>) =>
  longList<AlertView>([...ALERTS_KEY, 'list'], '/api/alerts', request);

export const groupsQuery = (request: AlertsRequest & Pick<AlertGroupsQuery, 'by'>) =>
  longList<AlertGroupView>([...ALERTS_KEY, 'groups'], '/api/alerts/groups', request);

export const countsQuery = queryOptions({
  queryKey: [...ALERTS_KEY, 'counts'],
  queryFn: ({ signal }) => get<AlertCountsView>('/api/alerts/counts', {}, signal),
});

/** What the rules are called. */
export const rulesQuery = queryOptions({
  queryKey: ['alert-rules'],
  queryFn: ({ signal }) => get<AlertRulesView>('/api/alert-rules', {}, signal),
});

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ['projects', id],
    queryFn: ({ signal }) => get<ProjectView>(`/api/projects/${id}`, {}, signal),
  });
