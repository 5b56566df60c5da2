import { useState } from 'react';
import { addDays, plainDate } from '@thongvon/kernel';
import { useText } from '../../language';
import { DateInput } from '../date-input';
import { ReasonForm } from '../reason-form';
import type { Action, ActionName } from './alert-actions';
import { messages } from './messages';

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
