import { queryOptions } from '@tanstack/react-query';
import type { ListOf, MovedProjectView, SnapshotListItemView } from '@thongvon/contracts';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';

/** Frozen weeks, newest first: a plan year has fewer than a page holds. */
export const weeksQuery = queryOptions({
  queryKey: ['snapshots', 'weeks'],
  queryFn: ({ signal }) => get<ListOf<SnapshotListItemView>>('/api/snapshots', { limit: 500 }, signal),
});

export const movedQuery = (from: string, to: string) =>
  longList<MovedProjectView>(['snapshots', 'comparison'], '/api/snapshots/comparison', { from, to });
