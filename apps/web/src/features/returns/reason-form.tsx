import type { SubmitEvent } from 'react';
import { useText } from '../../language';
import { messages } from './messages';
import { useDraft } from './use-draft';

interface ReasonFormProps {
  readonly confirm: string;
  readonly draftKey: string;
  readonly isPending: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why, in words that the other side can act on; what is typed survives a reload. */
export function ReasonForm({ confirm, draftKey, isPending, onConfirm, onCancel }: ReasonFormProps) {
  const t = useText(messages);
  const [reason, setReason] = useDraft(draftKey);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onConfirm(reason.trim());
    setReason('');
  };
  return (
    <form className="reason-form" onSubmit={submit}>
      <label className="field">
        {t.reasonFor}
        <input
          type="text"
          required
          maxLength={1000}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="submit" className="btn btn-main" disabled={isPending || reason.trim() === ''}>
        {confirm}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t.cancel}
      </button>
    </form>
  );
}
