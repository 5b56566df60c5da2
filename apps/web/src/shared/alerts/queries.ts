import type { AlertDetailView, AlertView, ListOf } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';

export const ALERTS_KEY = ['alerts'] as const;

/** One alert with its history and why it is red. */
export const alertQuery = (id: string) =>
  getQuery<AlertDetailView>([...ALERTS_KEY, 'one', id], `/api/alerts/${id}`);

/** What the rules say of a project now. */
export const projectAlertsQuery = (projectId: string) =>
  getQuery<ListOf<AlertView>>([...ALERTS_KEY, 'project', projectId], '/api/alerts', {
    projectId,
    sort: 'oldest',
    limit: 500,
  });
