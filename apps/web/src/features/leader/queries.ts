import { queryOptions } from '@tanstack/react-query';
import type { WeekDigestQuery, WeekDigestView } from '@thongvon/contracts';
import { get } from '../../api/client';
import { Problem } from '../../api/problem';

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
