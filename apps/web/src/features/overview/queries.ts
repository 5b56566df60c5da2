import { queryOptions } from '@tanstack/react-query';
import type { SummaryRequest, SummaryView } from '@thongvon/contracts';
import { get } from '../../api/client';

export const summaryQuery = (request: SummaryRequest) =>
  queryOptions({
    queryKey: ['disbursements', 'summary', request],
    queryFn: ({ signal }) => get<SummaryView>('/api/disbursements/summary', request, signal),
  });
