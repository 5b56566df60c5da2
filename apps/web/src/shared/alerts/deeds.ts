import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AlertState, AlertView, Role } from '@thongvon/contracts';
import { send } from '../../api/client';
import { oneByOne } from '../one-by-one';
import { ALERTS_KEY } from './queries';

/** What a person can do about an alert, by the last part of its address. */
export type DeedName = 'acknowledgement' | 'snooze' | 'withdrawal';

export interface Deed {
  readonly name: DeedName;
  readonly reason: string;
  /** Of a snooze: the day from which it is shown as open again. */
  readonly until?: string;
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

/** Does the same about each of the alerts, and says which were refused and why. */
export function useDeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ alerts, deed }: { readonly alerts: readonly AlertView[]; readonly deed: Deed }) => {
      const { name, ...body } = deed;
      return oneByOne(alerts, ({ id }) => send('POST', `/api/alerts/${id}/${name}`, body));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ALERTS_KEY }),
  });
}
