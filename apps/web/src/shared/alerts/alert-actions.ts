import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AlertActionResultsView, AlertState, AlertView, Role } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { ALERTS_KEY } from './queries';

/** What a person can do about an alert, by the last part of its address. */
export type ActionName = 'acknowledgement' | 'snooze' | 'withdrawal';

export interface Action {
  readonly name: ActionName;
  readonly reason: string;
  /** Of a snooze: the day from which it is shown as open again. */
  readonly until?: string;
}

interface ActionOfAlerts {
  readonly alerts: readonly AlertView[];
  readonly action: Action;
}

const REPORTER: Readonly<Record<AlertState, readonly ActionName[]>> = {
  open: ['acknowledgement'],
  acknowledged: ['acknowledgement', 'withdrawal'],
  snoozed: [],
  closed: [],
};
const OFFICE: Readonly<Record<AlertState, readonly ActionName[]>> = {
  open: ['acknowledgement', 'snooze'],
  acknowledged: ['acknowledgement', 'snooze', 'withdrawal'],
  snoozed: ['acknowledgement', 'snooze', 'withdrawal'],
  closed: [],
};

/** What this role may do about an alert in this state; the API decides again. */
export function actionsFor(role: Role, state: AlertState): readonly ActionName[] {
  if (role === 'administrator') return [];
  return (role === 'reporter' ? REPORTER : OFFICE)[state];
}

/** So many alerts a call takes. */
const MOST = 500;

interface ActionsDone {
  readonly done: number;
  readonly refused: readonly { readonly item: AlertView; readonly problem: Problem }[];
}

/** Does the same about each of the alerts, and says which were refused and why. */
export function useAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ alerts, action }: ActionOfAlerts): Promise<ActionsDone> => {
      const { name, ...body } = action;
      const refused: ActionsDone['refused'][number][] = [];
      for (let first = 0; first < alerts.length; first += MOST) {
        const some = alerts.slice(first, first + MOST);
        const { items } = await send<AlertActionResultsView>('POST', `/api/alerts/${name}s`, {
          ...body,
          ids: some.map(({ id }) => id),
        });
        for (const [index, { refusal }] of items.entries()) {
          const item = some[index];
          if (item && refusal)
            refused.push({
              item,
              problem: new Problem(409, refusal.code, { vi: refusal.detail, en: refusal.detailEn }),
            });
        }
      }
      return { done: alerts.length - refused.length, refused };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ALERTS_KEY }),
  });
}
