import { type ComponentProps, type ReactNode, type SubmitEvent, useId } from 'react';
import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { send } from '../../api/client';
import { Refusal } from '../../shared';
import './forms.css';

interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'type'> {
  /** A date has an input of its own: shared/date-input. */
  readonly type?: 'text' | 'email' | 'number';
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What helps to fill it in. */
  readonly hint?: string;
}

/** An input with its label above and, where needed, a hint below. */
export function Field({ label, hint, onChange, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="ad-field">
      <label className="field">
        {label}
        <input
          autoComplete="off"
          {...input}
          {...(hint === undefined ? {} : { 'aria-describedby': id })}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      {hint !== undefined && (
        <p id={id} className="small muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly name: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  /** What stands for no choice (''); without it one has to be chosen. */
  readonly none?: string;
}

export function Choice({ label, value, onChange, options, none }: ChoiceProps) {
  return (
    <label className="field">
      {label}
      <select required={none === undefined} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick, in a line of its own that can be hit on a phone. */
export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="ad-tick">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

interface EditFormProps {
  readonly submit: string;
  readonly change: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSubmit: () => void;
  /** Whether there is something to send. */
  readonly ready?: boolean;
  /** A step on the way, after which another one is the page's main action. */
  readonly minor?: boolean;
  /** Next to the button. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A form with one button that sends it, and why it was refused. */
export function EditForm(props: EditFormProps) {
  const { submit, change, onSubmit, ready = true, minor = false, actions, children } = props;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="ad-form" onSubmit={send}>
      {children}
      <Refusal error={change.error} />
      <div className="ad-actions">
        <button
          type="submit"
          className={minor ? 'btn' : 'btn btn-main'}
          disabled={change.isPending || !ready}
        >
          {submit}
        </button>
        {actions}
      </div>
    </form>
  );
}

interface ChangeOptions<Reply> {
  /** What has to be fetched anew. */
  readonly stale: readonly QueryKey[];
  readonly onDone?: (reply: Reply) => void;
}

/** Sends a change and fetches anew what it concerns, before it counts as done. */
export function useChange<Request extends object | undefined, Reply = undefined>(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  { stale, onDone }: ChangeOptions<Reply>,
): UseMutationResult<Reply, Error, Request> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) => send<Reply>(method, path, request),
    onSuccess: async (reply) => {
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.(reply);
    },
  });
}

/** The fields of `draft` that differ from `before`: what a change names is what the audit trail tells. */
export function changedFields<T extends object>(before: T, draft: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => value !== before[name as keyof T]),
  ) as Partial<T>;
}
