import { queryOptions } from '@tanstack/react-query';
import type { ListOf, OrganizationView, PastCourseView } from '@thongvon/contracts';
import { get } from '../../api/client';

/** The own office and all below it. */
export const officesQuery = queryOptions({
  queryKey: ['organizations', 'own'],
  queryFn: ({ signal }) => get<ListOf<OrganizationView>>('/api/organizations', { limit: 500 }, signal),
});

/** The years that were typed of an office. */
export const pastCoursesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'past-courses'],
    queryFn: ({ signal }) =>
      get<ListOf<PastCourseView>>(`/api/organizations/${organizationId}/past-courses`, {}, signal),
  });
