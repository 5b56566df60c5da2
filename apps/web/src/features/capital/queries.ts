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

export const summaryQuery = (request: SummaryRequest) => disbursements<SummaryView>('summary', request);
/** The same as the Treasury confirms it. */
export const treasuryQuery = (request: SummaryRequest) => summaryQuery({ ...request, basis: 'treasury' });
export const facetsQuery = (request: SliceRequest) => disbursements<FacetsView>('facets', request);

/** The table's rows, page by page. */
export const standingsQuery = (
  request: SliceRequest & Pick<StandingsWorkbookRequest, 'order'> & { readonly sort: string },
) => longList<StandingView>(['disbursements', 'standings'], '/api/disbursements/standings', request);

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
