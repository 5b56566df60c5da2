import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AlertDeedResultsView, AlertState, AlertView, Role } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { ALERTS_KEY } from './queries';

/** What a person can do about an alert, by the last part of its address. */
export type DeedName = 'acknowledgement' | 'snooze' | 'withdrawal';

export interface Deed {
  readonly name: DeedName;
  readonly reason: string;
  /** Of a snooze: the day from which it is shown as open again. */
  readonly until?: string;
}

interface DeedOfAlerts {
  readonly alerts: readonly AlertView[];
  readonly deed: Deed;
}

const REPORTER: Readonly<Record<AlertState, readonly DeedName[]>> = {
  open: ['acknowledgement'],
  acknowledged: ['acknowledgement', 'withdrawal'],
  snoozed: [],
  closed: [],
};
const OFFICE: Readonly<Record<AlertState, readonly DeedName[]>> = {
  open: ['acknowledgement', 'snooze'],
  acknowledged: ['acknowledgement', 'snooze', 'withdrawal'],
  snoozed: ['acknowledgement', 'snooze', 'withdrawal'],
  closed: [],
};

/** What this role may do about an alert in this state; the API decides again. */
export function deedsFor(role: Role, state: AlertState): readonly DeedName[] {
  if (role === 'administrator') return [];
  return (role === 'reporter' ? REPORTER : OFFICE)[state];
}

/** So many alerts a call takes. */
const MOST = 500;

interface DeedsDone {
  readonly done: number;
  readonly refused: readonly { readonly item: AlertView; readonly problem: Problem }[];
}

/** Does the same about each of the alerts, and says which were refused and why. */
export function useDeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ alerts, deed }: DeedOfAlerts): Promise<DeedsDone> => {
      const { name, ...body } = deed;
      const refused: DeedsDone['refused'][number][] = [];
      for (let first = 0; first < alerts.length; first += MOST) {
        const some = alerts.slice(first, first + MOST);
        const { items } = await send<AlertDeedResultsView>('POST', `/api/alerts/${name}s`, {
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
