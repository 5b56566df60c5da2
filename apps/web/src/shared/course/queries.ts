import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CurveView, FiguresQueryRequest } from '@thongvon/api-contract';
import { get } from '../../api/client';

/** The plan year by week: targets, what was disbursed, where it leads. The former stays until the new one is there. */
export const curveQuery = (request: FiguresQueryRequest) =>
  queryOptions({
    queryKey: ['disbursements', 'curve', request],
    queryFn: ({ signal }) => get<CurveView>('/api/disbursements/curve', request, signal),
    placeholderData: keepPreviousData,
  });
