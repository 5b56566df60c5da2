import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Messages, useText } from '../../language';
import { Refusal } from '../page';
import { TextField } from './fields';
import { Form, useChange } from './form';

interface ReasonFormProps {
  /** Why, in whose words, for whom. */
  readonly label: string;
  /** What is done with that reason. */
  readonly confirm: string;
  readonly isPending: boolean;
  /** `reason` is never empty. */
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
  /** On the button that does so, where the usual word could be taken for the action. */
  readonly cancel?: string;
  /** As many characters as the API takes. */
  readonly longest?: number;
  /** Under which the text survives a reload. */
  readonly draftKey?: string;
  /** What else must be said before the action; it waits until that `isReady`. */
  readonly children?: ReactNode;
  readonly isReady?: boolean;
}

/** An action that needs a reason: one line, then it is done. Why it was refused is said by who asks. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, confirm, isPending, longest = 1000, draftKey, children, isReady = true } = props;
  const t = useText(messages);
  const [text, setText] = useDraft(draftKey);
  const reason = text.trim();
  const submit = () => {
    props.onConfirm(reason);
    if (draftKey !== undefined) setText('');
  };
  return (
    <Form
      className="form-inline"
      submit={confirm}
      change={{ isPending, error: null }}
      ready={reason !== '' && isReady}
      onSubmit={submit}
      actions={
        <button type="button" className="btn" onClick={props.onCancel}>
          {props.cancel ?? t.cancel}
        </button>
      }
    >
      {children}
      <TextField
        label={label}
        required
        maxLength={longest}
        autoFocus={children === undefined}
        value={text}
        onChange={setText}
      />
    </Form>
  );
}

interface AskReasonProps extends Pick<ReasonFormProps, 'label' | 'confirm'> {
  /** What leads to it, and of what it is read out. */
  readonly ask: string;
  readonly about?: string;
  /** Where the reason is sent to, with what else the request names, and what is fetched anew then. */
  readonly path: string;
  readonly request?: object;
  readonly stale: readonly QueryKey[];
}

/** Something that is done to a row of a list, for a reason. */
export function AskReason({ ask, about, path, request, stale, ...form }: AskReasonProps) {
  const [isAsking, setAsking] = useState(false);
  const change = useChange<object>('POST', path, { stale });
  return (
    <>
      {isAsking ? (
        <ReasonForm
          {...form}
          longest={500}
          isPending={change.isPending}
          onConfirm={(reason) => change.mutate({ ...request, reason })}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <button
          type="button"
          className="link noprint"
          aria-label={about === undefined ? undefined : `${ask}: ${about}`}
          onClick={() => setAsking(true)}
        >
          {ask}
        </button>
      )}
      <Refusal error={change.error} />
    </>
  );
}

/**
 * Text that is kept in this tab until it has been sent: a reload or a lost session loses nothing. Without a key it lives
 * as long as what asks for it. As long as nothing was typed it is `before`; the last of what it gives forgets what was.
 */
export function useDraft(key?: string, before = ''): [string, (text: string) => void, () => void] {
  const name = key === undefined ? undefined : `draft:${key}`;
  const [text, setText] = useState(() => (name === undefined ? null : sessionStorage.getItem(name)));
  const keep = (next: string) => {
    if (name !== undefined)
      if (next === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
    setText(next);
  };
  const forget = () => {
    if (name !== undefined) sessionStorage.removeItem(name);
    setText(null);
  };
  return [text ?? before, keep, forget];
}

const messages = { cancel: { vi: 'Hủy', en: 'Cancel' } } satisfies Messages;
