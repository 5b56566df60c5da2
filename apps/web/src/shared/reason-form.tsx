import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useText } from '../language';
import { messages } from './messages';
import './reason-form.css';

interface ReasonFormProps {
  /** Why, in whose words, for whom. */
  readonly label: string;
  /** What is done with that reason. */
  readonly confirm: string;
  readonly isPending: boolean;
  /** `reason` is never empty. */
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
  /** As many characters as the API takes. */
  readonly longest?: number;
  /** Under which the text survives a reload. */
  readonly draftKey?: string;
  /** What else must be said before the action; it waits until that `isReady`. */
  readonly children?: ReactNode;
  readonly isReady?: boolean;
}

/** An action that needs a reason: one line, then it is done. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, confirm, isPending, longest = 1000, draftKey, children, isReady = true } = props;
  const t = useText(messages);
  const [text, setText] = useDraft(draftKey);
  const reason = text.trim();
  const mayGo = reason !== '' && isReady;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!mayGo) return;
    props.onConfirm(reason);
    if (draftKey !== undefined) setText('');
  };
  return (
    <form className="reason-form" onSubmit={submit}>
      {children}
      <label className="field">
        {label}
        <input
          type="text"
          required
          maxLength={longest}
          autoFocus={children === undefined}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <button type="submit" className="btn btn-main" disabled={isPending || !mayGo}>
        {confirm}
      </button>
      <button type="button" className="btn" onClick={props.onCancel}>
        {t.cancel}
      </button>
    </form>
  );
}

/**
 * Text that is kept in this tab until it has been sent: a reload or a lost session loses nothing. Without a key it lives
 * as long as what asks for it.
 */
export function useDraft(key?: string): [string, (text: string) => void] {
  const name = key === undefined ? undefined : `draft:${key}`;
  const [text, setText] = useState(() => (name === undefined ? null : sessionStorage.getItem(name)) ?? '');
  const keep = (next: string) => {
    if (name !== undefined)
      if (next === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
    setText(next);
  };
  return [text, keep];
}
