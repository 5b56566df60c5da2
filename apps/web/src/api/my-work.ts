import { queryOptions } from '@tanstack/react-query';
import type { MyWorkView } from '@thongvon/api-contract';
import { getQuery } from './client';

export const MY_WORK_KEY = ['my-work'] as const;

/** What waits for who is signed in, and what stands next to the names of pages: looked at as often as the list of what is to be approved. */
export const myWorkQuery = queryOptions({
  ...getQuery<MyWorkView>(MY_WORK_KEY, '/api/my-work'),
  refetchInterval: 60_000,
});
