import { queryOptions } from '@tanstack/react-query';
import type { WeekDigestQuery, WeekDigestView } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { Problem } from '../../api/problem';
import { curveQuery } from '../../shared/course/queries';

/** What the weekly letter says; null while no week is frozen. */
export const digestQuery = (request: WeekDigestQuery) =>
  queryOptions({
    queryKey: ['digest', request],
    queryFn: async ({ signal }): Promise<WeekDigestView | null> => {
      try {
        return await get<WeekDigestView>('/api/digest/week', request, signal);
      } catch (error) {
        if (request.week === undefined && error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });

/** The plan year as far as it had come, as the frozen week knew it; not asked for while nobody has reported. */
export const courseOfWeek = ({ asOf, planYear, week }: WeekDigestView) => ({
  ...curveQuery({ planYear, businessDay: week, ...(asOf === null ? {} : { asOf }) }),
  enabled: asOf !== null,
});
