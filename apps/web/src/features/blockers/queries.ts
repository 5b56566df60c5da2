import type {
  BlockerCause,
  BlockerListQuery,
  BlockerSort,
  BlockerState,
  BlockerView,
} from '@thongvon/api-contract';
import { longList } from '../../api/long-list';
import { useAddressState } from '../../shared/address-state';

/** The blockers that match, page by page. */
export const blockersQuery = (request: Partial<BlockerListQuery>) =>
  longList<BlockerView>(['blockers', 'list'], '/api/blockers', request);

/** What the address asks for; open ones where it doesn't say. */
export function useBlockersRequest(): Partial<BlockerListQuery> {
  const { value } = useAddressState();
  const [cause, unit, q, sort] = [value('cause'), value('unit'), value('q'), value('sort')];
  return {
    state: (value('state') ?? 'open') as BlockerState,
    ...(cause === undefined ? {} : { cause: cause as BlockerCause }),
    ...(unit === undefined ? {} : { responsibleUnit: unit }),
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort: sort as BlockerSort }),
  };
}
