import { useState, type SubmitEvent } from 'react';
import { addDays, plainDate } from '@thongvon/kernel';
import { useText } from '../../language';
import { DateInput } from '../date-input';
import type { Deed, DeedName } from './deeds';
import { messages } from './messages';

/** An alert can be put off by a year at most. */
const LONGEST_SNOOZE = 366;

interface DeedFormProps {
  readonly name: DeedName;
  readonly today: string;
  readonly isPending: boolean;
  readonly onConfirm: (deed: Deed) => void;
  readonly onCancel: () => void;
}

/** Asks why, and of a snooze until when. */
export function DeedForm({ name, today, isPending, onConfirm, onCancel }: DeedFormProps) {
  const t = useText(messages);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string>();
  const words = {
    acknowledgement: [t.acknowledgeReason, t.acknowledge],
    snooze: [t.snoozeReason, t.snooze],
    withdrawal: [t.withdrawReason, t.withdraw],
  }[name];
  const isReady = reason.trim() !== '' && (name !== 'snooze' || until !== undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isReady) onConfirm({ name, reason: reason.trim(), ...(until === undefined ? {} : { until }) });
  };
  return (
    <form className="reason-form" onSubmit={submit}>
      {name === 'snooze' && (
        <DateInput
          label={t.snoozeUntil}
          required
          min={addDays(plainDate(today), 1)}
          max={addDays(plainDate(today), LONGEST_SNOOZE)}
          value={until}
          onChange={setUntil}
        />
      )}
      <label className="field">
        {words[0]}
        <input
          type="text"
          required
          maxLength={1000}
          autoFocus={name !== 'snooze'}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <button type="submit" className="btn btn-main" disabled={isPending || !isReady}>
        {words[1]}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t.cancel}
      </button>
    </form>
  );
}
