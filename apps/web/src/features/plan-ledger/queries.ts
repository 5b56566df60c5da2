import { queryOptions } from '@tanstack/react-query';
import type { AllocationListQuery, AllocationView, DecisionView, ListOf } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList } from '../../api/long-list';

/** The decisions of a year: fewer than a page holds. */
export const decisionsQuery = (planYear: number) =>
  queryOptions({
    queryKey: ['decisions', planYear],
    queryFn: ({ signal }) => get<ListOf<DecisionView>>('/api/decisions', { planYear, limit: 500 }, signal),
  });

export const allocationsQuery = (request: Omit<AllocationListQuery, 'limit' | 'cursor'>) =>
  longList<AllocationView>(['allocations'], '/api/allocations', request);
