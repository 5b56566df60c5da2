import { queryOptions } from '@tanstack/react-query';
import type { ListOf, PastCourseView } from '@thongvon/api-contract';
import { get } from '../../api/client';

/** The years that were typed of an office. */
export const pastCoursesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'past-courses'],
    queryFn: ({ signal }) =>
      get<ListOf<PastCourseView>>(`/api/organizations/${organizationId}/past-courses`, {}, signal),
  });
