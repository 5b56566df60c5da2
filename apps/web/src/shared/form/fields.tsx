import { type ComponentProps, type ReactNode, useId } from 'react';
import { useFieldRefusal } from './form';

/** What ties a control to its hint and its refusal. */
interface FieldAttributes {
  readonly name: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps {
  readonly label: string;
  /** As the API calls it, so that its refusal is said here. */
  readonly name?: string | undefined;
  /** What helps to fill it in. */
  readonly hint?: string | undefined;
}

interface FormFieldProps extends FieldProps {
  /** The hint follows what is typed and is read out. */
  readonly isLive?: boolean;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** A control with its label above, and its hint and what is wrong with it below. */
export function FormField({ label, name, hint, isLive = false, children }: FormFieldProps) {
  const id = useId();
  const refusal = useFieldRefusal(name);
  const [hintId, refusalId] = [`${id}hint`, `${id}refusal`];
  const described = [hint === undefined ? [] : [hintId], refusal === undefined ? [] : [refusalId]].flat();
  return (
    <div className="form-field">
      <label className="field">
        {label}
        {children({
          name,
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

interface TextFieldProps
  extends FieldProps, Omit<ComponentProps<'input'>, 'name' | 'onChange' | 'value' | 'type'> {
  /** A date has a field of its own (date-input), an amount too (dong-input). */
  readonly type?: 'text' | 'email' | 'number' | 'password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, name, hint, onChange, ...input }: TextFieldProps) {
  return (
    <FormField label={label} name={name} hint={hint}>
      {(attributes) => (
        <input
          autoComplete="off"
          {...input}
          {...attributes}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FormField>
  );
}

interface LongTextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly maxLength: number;
}

/** Words of several lines. */
export function LongText({ label, name, hint, onChange, ...area }: LongTextProps) {
  return (
    <FormField label={label} name={name} hint={hint}>
      {(attributes) => (
        <textarea rows={2} {...area} {...attributes} onChange={({ target }) => onChange(target.value)} />
      )}
    </FormField>
  );
}

export interface Option<V extends string = string> {
  readonly value: V;
  readonly name: string;
}

/** What is called so by its key, to choose from. */
export function optionsOf<V extends string>(names: Readonly<Record<V, string>>): readonly Option<V>[] {
  return (Object.entries(names) as [V, string][]).map(([value, name]) => ({ value, name }));
}

interface ChoiceProps<V extends string> extends FieldProps {
  readonly value: V | '';
  readonly onChange: (value: V) => void;
  readonly options: readonly Option<NoInfer<V>>[];
  /** What stands for no choice (''); without it one has to be chosen. */
  readonly none?: string;
}

export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, name, hint, value, onChange, options, none } = props;
  return (
    <FormField label={label} name={name} hint={hint}>
      {(attributes) => (
        <select
          {...attributes}
          required={none === undefined}
          value={value}
          onChange={({ target }) => onChange(target.value as V)}
        >
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

interface TickProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (checked: boolean) => void;
  /** One of several of which one counts: what they are called together. */
  readonly among?: string;
}

/** A box to tick, in a line of its own that can be hit on a phone. */
export function Tick({ label, value, onChange, among }: TickProps) {
  return (
    <label className="form-tick">
      <input
        type={among === undefined ? 'checkbox' : 'radio'}
        name={among}
        checked={value}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}

interface TicksProps<V extends string> {
  readonly label: ReactNode;
  readonly options: readonly Option<V>[];
  readonly value: readonly V[];
  readonly onChange: (chosen: V[]) => void;
}

/** Any number of several things. */
export function Ticks<V extends string>({ label, options, value: chosen, onChange }: TicksProps<V>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map(({ value, name }) => (
        <Tick
          key={value}
          label={name}
          value={chosen.includes(value)}
          onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
        />
      ))}
    </fieldset>
  );
}

/** As requests take a text that may be left blank: nothing where it is. */
export function given<K extends string>(name: K, value: string): Readonly<Partial<Record<K, string>>> {
  const text = value.trim();
  return (text === '' ? {} : { [name]: text }) as Readonly<Partial<Record<K, string>>>;
}
