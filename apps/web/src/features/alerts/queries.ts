import type {
  AlertBasis,
  AlertCountsView,
  AlertFilterQuery,
  AlertGrouping,
  AlertGroupsQuery,
  AlertGroupView,
  AlertListQuery,
  AlertRuleId,
  AlertRulesView,
  AlertSeverity,
  AlertState,
  AlertView,
  ProjectView,
} from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { longList } from '../../api/long-list';
import { useAddressState } from '../../shared/address-state';
import { ALERTS_KEY } from '../../shared/alerts/queries';

/** What the address asks for, without pages. */
export type AlertsRequest = Omit<AlertFilterQuery, 'limit' | 'cursor'>;

export const alertsQuery = (request: AlertsRequest & Pick<AlertListQuery, 'sort'>) =>
  longList<AlertView>([...ALERTS_KEY, 'list'], '/api/alerts', request);

export const groupsQuery = (request: AlertsRequest & Pick<AlertGroupsQuery, 'by'>) =>
  longList<AlertGroupView>([...ALERTS_KEY, 'groups'], '/api/alerts/groups', request);

export const countsQuery = getQuery<AlertCountsView>([...ALERTS_KEY, 'counts'], '/api/alerts/counts');

/** What the rules are called. */
export const rulesQuery = getQuery<AlertRulesView>(['alert-rules'], '/api/alert-rules');

export const projectQuery = (id: string) => getQuery<ProjectView>(['projects', id], `/api/projects/${id}`);

/** In the address for alerts in any state that holds; the API says that by no state. */
export const HOLDING = 'holding';

interface AskedFor {
  readonly request: AlertsRequest;
  readonly by: AlertGrouping;
}

/** What the address asks for: by rule, those that nobody is at, where it doesn't say. */
export function useAlertsRequest(): AskedFor {
  const { value } = useAddressState();
  const [rule, severity, basis] = [value('rule'), value('severity'), value('basis')];
  const [projectId, q] = [value('project'), value('q')];
  const state = value('state') ?? 'open';
  return {
    by: value('by') === 'project' ? 'project' : 'rule',
    request: {
      ...(state === HOLDING ? {} : { state: state as AlertState }),
      ...(rule === undefined ? {} : { rule: rule as AlertRuleId }),
      ...(severity === undefined ? {} : { severity: severity as AlertSeverity }),
      ...(basis === undefined ? {} : { basis: basis as AlertBasis }),
      ...(projectId === undefined ? {} : { projectId }),
      ...(q === undefined ? {} : { q }),
    },
  };
}
