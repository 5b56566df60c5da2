import type {
  AlertBasis,
  AlertGrouping,
  AlertRuleId,
  AlertSeverity,
  AlertState,
} from '@thongvon/api-contract';
import { useAddressState } from '../../shared/address-state';
import type { AlertsRequest } from './queries';

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
