import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { newKey, send } from '../../../api/client';
import { useText } from '../../../language';
import { Refusal } from '../../../shared';
import { ADVANCES_KEY, GUARANTEES_KEY } from '../../../shared/contracts';
import { DateInput } from '../../../shared/date-input';
import { DongInput } from '../../../shared/dong-input';
import { FormField } from '../../../shared/form-field';
import { useFieldRefusals } from '../../../shared/field-refusals';
import { wholeDong } from '../../../shared/whole-dong';
import { messages } from './messages';

/** What stands in the fields of a form: as typed, dates as `YYYY-MM-DD`. */
export type Values = Readonly<Record<string, string>>;

/** A field of a form, by the name that the API has for it. */
export interface EntryField {
  readonly name: string;
  readonly kind: 'text' | 'dong' | 'date';
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** What it begins with. */
  readonly initial?: string;
  /** Characters of a text. */
  readonly max?: number;
  readonly from?: string;
  readonly to?: string;
  /** Asked for only where this holds; always where it is left out. */
  readonly when?: (values: Values) => boolean;
}

export interface Entry {
  /** Where it is sent. */
  readonly path: string;
  /** What it is and does, above its fields. */
  readonly what?: ReactNode;
  readonly fields: readonly EntryField[];
}

interface EntryFormProps {
  readonly entry: Entry;
  readonly onDone: () => void;
}

/** Sends what is typed into its fields; what is refused is said at the field that it is about. */
export function EntryForm({ entry: { path, what, fields }, onDone }: EntryFormProps) {
  const t = useText(messages);
  const client = useQueryClient();
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map(({ name, initial = '' }) => [name, initial])),
  );
  const once = useOnce();
  const change = useMutation({
    mutationFn: (body: Values) => send('POST', path, body, { 'idempotency-key': once(body) }),
    onSuccess: async () => {
      await Promise.all(
        [ADVANCES_KEY, GUARANTEES_KEY].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      onDone();
    },
  });
  const refusals = useFieldRefusals(change.error);
  // What was typed stays in sight, also while the server is asked again.
  const asked = fields.filter(
    ({ name, when }) =>
      when === undefined || when(values) || values[name] !== '' || refusals.of(name) !== undefined,
  );
  const body = bodyOf(asked, values);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (body !== null) change.mutate(body);
  };
  return (
    <form className="pj-form" onSubmit={submit}>
      {what !== undefined && <p className="small muted">{what}</p>}
      {asked.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          refusal={refusals.of(field.name)}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <Refusal error={refusals.elsewhere(asked.map(({ name }) => name))} />
      <button type="submit" className="btn btn-main" disabled={change.isPending || body === null}>
        {t.save}
      </button>
    </form>
  );
}

/** The same words sent again are the same action, even if only the answer was lost. */
function useOnce(): (body: Values) => string {
  const sent = useRef({ text: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (sent.current.text !== text) sent.current = { text, key: newKey() };
    return sent.current.key;
  };
}

/** What is sent; null while something is missing or can't be read. */
function bodyOf(fields: readonly EntryField[], values: Values): Values | null {
  const body: Record<string, string> = {};
  for (const { name, kind, optional = false } of fields) {
    const typed = (values[name] ?? '').trim();
    const value = kind === 'dong' && typed !== '' ? wholeDong(typed) : typed;
    if (value === null || (value === '' && !optional)) return null;
    if (value !== '') body[name] = value;
  }
  return body;
}

interface FieldProps {
  readonly field: EntryField;
  readonly value: string;
  readonly refusal: string | undefined;
  readonly onChange: (value: string) => void;
}

function Field({ field, value, refusal, onChange }: FieldProps) {
  const { kind, label, hint, optional = false, max, from, to } = field;
  const common = { label, hint, refusal };
  switch (kind) {
    case 'dong':
      return <DongInput {...common} typed={value} onType={onChange} />;
    case 'date':
      return (
        <DateInput {...common} value={value} onChange={(date) => onChange(date ?? '')} min={from} max={to} />
      );
    case 'text':
      return (
        <FormField label={label} hint={hint} refusal={refusal}>
          {(attributes) => (
            <input
              {...attributes}
              autoComplete="off"
              required={!optional}
              maxLength={max}
              value={value}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </FormField>
      );
  }
}
