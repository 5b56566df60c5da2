import type {
  ContractAdvanceListQuery,
  ContractAdvanceView,
  GuaranteeListQuery,
  GuaranteeView,
} from '@thongvon/api-contract';
import { longList } from '../../api/long-list';

/** What fetches both lists anew when something is entered. */
export const ADVANCES_KEY = ['contract-advances'] as const;
export const GUARANTEES_KEY = ['guarantees'] as const;

/** Advances of contracts as they stand today, what presses most first. */
export const contractAdvancesQuery = (request: Omit<ContractAdvanceListQuery, 'limit' | 'cursor'>) =>
  longList<ContractAdvanceView>(ADVANCES_KEY, '/api/contract-advances', request);

/** Guarantees as they stand today, the one that ends first comes first. */
export const guaranteesQuery = (request: Omit<GuaranteeListQuery, 'limit' | 'cursor'>) =>
  longList<GuaranteeView>(GUARANTEES_KEY, '/api/guarantees', request);
