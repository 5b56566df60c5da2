import { queryOptions } from '@tanstack/react-query';
import type { AlertDetailView, AlertView, ListOf } from '@thongvon/api-contract';
import { get } from '../../api/client';

export const ALERTS_KEY = ['alerts'] as const;

/** One alert with its history and why it is red. */
export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'one', id],
    queryFn: ({ signal }) => get<AlertDetailView>(`/api/alerts/${id}`, {}, signal),
  });

/** What the rules say of a project now. */
export const projectAlertsQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...ALERTS_KEY, 'project', projectId],
    queryFn: ({ signal }) =>
      get<ListOf<AlertView>>('/api/alerts', { projectId, sort: 'oldest', limit: 500 }, signal),
  });
