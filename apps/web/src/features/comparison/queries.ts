import { queryOptions } from '@tanstack/react-query';
import type { MovedProjectView, WeekComparisonView } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';

export const movedQuery = (from: string, to: string) =>
  longList<MovedProjectView>(['snapshots', 'comparison'], '/api/snapshots/comparison', { from, to });

/** The sums of both weeks, and what changed. */
export const comparedQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['snapshots', 'comparison', 'sums', from, to],
    queryFn: ({ signal }) => get<WeekComparisonView>('/api/snapshots/comparison/sums', { from, to }, signal),
  });
