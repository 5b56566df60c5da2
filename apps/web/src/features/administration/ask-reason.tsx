import { useState, type SubmitEvent } from 'react';

interface AskReasonProps {
  readonly label: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly isPending: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A deed that needs a reason: one line, then it is done. */
export function AskReason({ label, confirm, cancel, isPending, onConfirm, onCancel }: AskReasonProps) {
  const [reason, setReason] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onConfirm(reason.trim());
  };
  return (
    <form className="ad-reason" onSubmit={submit}>
      <label className="field">
        {label}
        <input
          type="text"
          required
          maxLength={500}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="submit" className="btn btn-main" disabled={isPending || reason.trim() === ''}>
        {confirm}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {cancel}
      </button>
    </form>
  );
}
