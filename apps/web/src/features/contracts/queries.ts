import { queryOptions } from '@tanstack/react-query';
import type { ContractAdvanceState, GuaranteeState, ListOf } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { ADVANCES_KEY, GUARANTEES_KEY } from '../../shared/contracts';

/** How many there are in a state; one row is enough to know. */
const countQuery = (key: readonly string[], path: string, state: ContractAdvanceState | GuaranteeState) =>
  queryOptions({
    queryKey: [...key, 'count', state],
    queryFn: ({ signal }) => get<ListOf<unknown>>(path, { state, limit: 1 }, signal),
  });

export const overdueQuery = countQuery(ADVANCES_KEY, '/api/contract-advances', 'overdue');
export const expiredQuery = countQuery(GUARANTEES_KEY, '/api/guarantees', 'expired');
