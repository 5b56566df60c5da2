import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  BlockerView,
  FacetsView,
  ListOf,
  SliceRequest,
  StandingsWorkbookRequest,
  StandingView,
  SummaryRequest,
  SummaryView,
} from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { longList } from '../../api/long-list';

/** What was shown before stays until what was asked for is there. */
const disbursements = <T>(name: string, request: object) =>
  queryOptions({
    ...getQuery<T>(['disbursements', name, request], `/api/disbursements/${name}`, request),
    placeholderData: keepPreviousData,
  });

const sums = (request: SummaryRequest) => disbursements<SummaryView>('summary', request);
/** Milliseconds between two looks at whether what was just approved has been computed. */
const COMPUTING = 2_000;
/** Over the denominator that is asked for, and what each other one gives; again and again while figures are being computed. */
export const summaryQuery = (request: SummaryRequest) =>
  queryOptions({
    ...sums({ ...request, denominators: 'true' }),
    refetchInterval: ({ state }) => (state.data?.computing ? COMPUTING : false),
  });
/** The same as the Treasury confirms it. */
export const treasuryQuery = (request: SummaryRequest) => sums({ ...request, basis: 'treasury' });
export const facetsQuery = (request: SliceRequest) => disbursements<FacetsView>('facets', request);

type InOrder = SliceRequest & Pick<StandingsWorkbookRequest, 'order'> & { readonly sort: string };
const standings = (request: InOrder & { readonly planned: 'true' | 'false' }) =>
  longList<StandingView>(['disbursements', 'standings'], '/api/disbursements/standings', request);

/** The table's rows, page by page: those that the sum is over. */
export const standingsQuery = (request: InOrder) => standings({ ...request, planned: 'true' });
/** Those without a plan, which no sum counts. */
export const unplannedQuery = ({ concern: _, ...request }: InOrder) =>
  standings({ ...request, planned: 'false' });

interface OnDay {
  readonly planYear: number;
  readonly asOf: string;
  readonly figuresAsOf: string;
}

/** The open blockers that are due first, as many as a list may hold. */
export const openBlockersQuery = (request: OnDay) =>
  getQuery<ListOf<BlockerView>>(['blockers', 'open', request], '/api/blockers', {
    ...request,
    state: 'open',
    limit: 500,
  });
