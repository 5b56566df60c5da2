import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlertActionResultsView, AlertState, AlertView, Role } from '@thongvon/api-contract';
import { addDays, plainDate } from '@thongvon/kernel';
import { Problem, send } from '../../api/client';
import { useText } from '../../language';
import type { DoneToEach } from '../dock';
import { DateInput } from '../form/date-input';
import { ReasonForm } from '../form/reason-form';
import { messages } from './messages';
import { ALERTS_KEY } from './queries';

/** What a person can do about an alert, by the last part of its address. */
export type ActionName = 'acknowledgement' | 'snooze' | 'withdrawal';

export interface Action {
  readonly name: ActionName;
  readonly reason: string;
  /** Of a snooze: the day from which it is shown as open again. */
  readonly until?: string;
}

export interface ActionOfAlerts {
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

/** Does the same about each of the alerts, and says which were refused and why. */
export function useAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ alerts, action }: ActionOfAlerts): Promise<DoneToEach<AlertView>> => {
      const { name, ...body } = action;
      const refused: DoneToEach<AlertView>['refused'][number][] = [];
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

/** An alert can be put off by a year at most. */
const LONGEST_SNOOZE = 366;

interface ActionFormProps {
  readonly name: ActionName;
  readonly today: string;
  readonly isPending: boolean;
  readonly onConfirm: (action: Action) => void;
  readonly onCancel: () => void;
}

/** Asks why, and of a snooze until when. */
export function ActionForm({ name, today, isPending, onConfirm, onCancel }: ActionFormProps) {
  const t = useText(messages);
  const [until, setUntil] = useState<string>();
  const words = {
    acknowledgement: { label: t.acknowledgeReason, confirm: t.acknowledge },
    snooze: { label: t.snoozeReason, confirm: t.snooze },
    withdrawal: { label: t.withdrawReason, confirm: t.withdraw },
  }[name];
  const form = { ...words, isPending, onCancel };
  if (name !== 'snooze') return <ReasonForm {...form} onConfirm={(reason) => onConfirm({ name, reason })} />;
  return (
    <ReasonForm
      {...form}
      isReady={until !== undefined}
      onConfirm={(reason) => onConfirm({ name, reason, ...(until === undefined ? {} : { until }) })}
    >
      <DateInput
        label={t.snoozeUntil}
        required
        min={addDays(plainDate(today), 1)}
        max={addDays(plainDate(today), LONGEST_SNOOZE)}
        value={until}
        onChange={setUntil}
      />
    </ReasonForm>
  );
}
