import { queryOptions } from '@tanstack/react-query';
import type { AuditEntryView, AuditListQuery, AuditWordsView } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';

export type AuditFilter = Partial<Record<Exclude<keyof AuditListQuery, 'limit' | 'cursor'>, string>>;

export const auditTrailQuery = (filter: AuditFilter) =>
  longList<AuditEntryView>(['audit-trail'], '/api/audit-trail', filter);

/** The words of the filters change only with the version of the system. */
export const auditWordsQuery = queryOptions({
  queryKey: ['audit-trail', 'words'],
  queryFn: ({ signal }) => get<AuditWordsView>('/api/audit-trail/words', {}, signal),
  staleTime: Infinity,
});
