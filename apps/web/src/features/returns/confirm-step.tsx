import { useEffect, useRef } from 'react';
import { useText } from '../../language';
import { messages } from './messages';

interface ConfirmStepProps {
  /** What it does, in one or two sentences. */
  readonly says: string;
  readonly confirm: string;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What a step does, before it is done. */
export function ConfirmStep({ says, confirm, isPending, onConfirm, onCancel }: ConfirmStepProps) {
  const t = useText(messages);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div
      className="rt-confirm"
      role="group"
      aria-label={confirm}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <p>{says}</p>
      <button ref={yes} type="button" className="btn btn-main" disabled={isPending} onClick={onConfirm}>
        {confirm}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t.keepAsIs}
      </button>
    </div>
  );
}
