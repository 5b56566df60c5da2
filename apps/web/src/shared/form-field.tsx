import { type ReactNode, useId } from 'react';
import { Problem } from '../api/problem';
import { type Messages, useFormats, useText, useWording } from '../language';
import './form-field.css';
import { wholeDong } from './whole-dong';

/** What ties a control to its hint and its refusal. */
interface FieldAttributes {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FormFieldProps {
  readonly label: string;
  /** What helps to fill it in. */
  readonly hint?: string | undefined;
  /** The hint follows what is typed and is read out. */
  readonly isLive?: boolean;
  /** Why what was sent was refused, in words. */
  readonly refusal?: string | undefined;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** A control with its label above, and its hint and what is wrong with it below. */
export function FormField({ label, hint, isLive = false, refusal, children }: FormFieldProps) {
  const id = useId();
  const [hintId, refusalId] = [`${id}hint`, `${id}refusal`];
  const described = [hint === undefined ? [] : [hintId], refusal === undefined ? [] : [refusalId]].flat();
  return (
    <div className="form-field">
      <label className="field">
        {label}
        {children({
          'aria-describedby': described.length === 0 ? undefined : described.join(' '),
          'aria-invalid': refusal === undefined ? undefined : true,
        })}
      </label>
      {hint !== undefined && (
        <p id={hintId} className="small muted" {...(isLive ? { 'aria-live': 'polite' as const } : {})}>
          {hint}
        </p>
      )}
      {refusal !== undefined && (
        <p id={refusalId} className="small strong" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

interface FieldRefusals {
  /** What is wrong with the field of this name; undefined where nothing is said of it. */
  readonly of: (field: string) => string | undefined;
  /** The error where it is about none of these fields, to be said below them. */
  readonly elsewhere: (fields: readonly string[]) => Error | null;
}

/** Why what was sent was refused, field by field. */
export function useFieldRefusals(error: Error | null): FieldRefusals {
  const wording = useWording();
  const fields = error instanceof Problem ? error.fields : [];
  return {
    of: (name) => {
      const found = fields.find(({ field }) => field === name);
      return found && wording({ vi: found.message, en: found.messageEn });
    },
    elsewhere: (names) => (fields.some(({ field }) => names.includes(field)) ? null : error),
  };
}

interface DocumentFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** From which document what is entered was taken: a line of text that may be left blank. */
export function DocumentField({ label, value, onChange }: DocumentFieldProps) {
  return (
    <label className="field">
      {label}
      <input
        autoComplete="off"
        maxLength={500}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

/** As requests take it: nothing where it was left blank. */
export function documentOf(value: string): { readonly document?: string } {
  const document = value.trim();
  return document === '' ? {} : { document };
}

interface DongInputProps {
  readonly label: string;
  /** As it was typed; `wholeDong` reads it. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What helps to fill it in, while nothing is typed. */
  readonly hint?: string | undefined;
  /** Why what was sent was refused, in words. */
  readonly refusal?: string | undefined;
}

/** An amount of whole đồng that has to be typed, with what it is read as below. */
export function DongInput({ label, typed, onType, hint = '', refusal }: DongInputProps) {
  const t = useText(messages);
  const formats = useFormats();
  const dong = wholeDong(typed);
  const read = dong === null ? t.notWhole : t.read(formats.dong(dong));
  return (
    <FormField label={label} hint={typed === '' ? hint : read} isLive refusal={refusal}>
      {(attributes) => (
        <input
          {...attributes}
          inputMode="numeric"
          autoComplete="off"
          required
          value={typed}
          onChange={({ target }) => onType(target.value)}
        />
      )}
    </FormField>
  );
}

const messages = {
  read: { vi: (dong: string) => `Hiểu là ${dong}`, en: (dong: string) => `Read as ${dong}` },
  notWhole: {
    vi: 'Ghi đủ từng đồng, ví dụ 1.500.000.000.',
    en: 'Write whole đồng, for example 1.500.000.000.',
  },
} satisfies Messages;
