import type { ReactNode } from 'react';
import { type ChangeOptions, type FieldOf, type Method, type Texts, useChange, useFields } from './form';

interface FormDescription<T extends object, Request extends object> extends Pick<
  ChangeOptions<Request, unknown>,
  'stale' | 'onDone'
> {
  /** What stands in the fields at first, by the API's names. */
  readonly fields: T;
  /** What they are called. */
  readonly labels: NoInfer<Texts<T>>;
  readonly send: readonly [method: Method, path: string];
  /** What was refused is no longer said once anything is typed. */
  readonly isTriedAnew?: boolean;
  /** What is sent of what stands in the fields; undefined while there is nothing to send. */
  readonly request: (values: T) => Request | undefined;
}

/** Ties a control to its label, its value and its refusal, by the name that the API has for it. */
export type FormField<T extends object> = <K extends keyof T & string>(
  name: K,
) => FieldOf<K, T[K]> & { readonly label: string };

/**
 * A form by its description: `field('name')` ties a control to its label, value and refusal, `<Form {...form}>` sends what
 * `request` makes of all of them, as long as there is something to send.
 */
export function useForm<T extends object, Request extends object>(of: FormDescription<T, Request>) {
  const change = useChange<Request, unknown>(...of.send, of);
  const { values, set, field } = useFields(of.fields, of.isTriedAnew === true ? change.reset : undefined);
  const request = of.request(values);
  const labelled: FormField<T> = (name) => ({ ...field(name), label: of.labels[name] });
  const onSubmit = () => request && change.mutate(request);
  return { values, set, field: labelled, form: { change, ready: request !== undefined, onSubmit } };
}

/** The fields of `draft` that differ from `before`, since what a change names is what the audit trail says; undefined if none does. */
export function changesOf<T extends object>(before: T, draft: T): Partial<T> | undefined {
  const changed = Object.entries(draft).filter(([name, value]) => value !== before[name as keyof T]);
  return changed.length === 0 ? undefined : (Object.fromEntries(changed) as Partial<T>);
}

/** The fields of `blank` as they stand for `thing`: '' for what it hasn't. */
export function filledFrom<T extends Texts<T>>(blank: T, thing: { readonly [K in keyof T]: T[K] | null }): T {
  const names = Object.keys(blank) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, thing[name] ?? ''])) as T;
}

/** '' as the API has it where a text may be missing. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

interface Trial<Preview> {
  readonly data: Preview | undefined;
  readonly error: Error | null;
  readonly button: (label: string) => ReactNode;
}

/**
 * What a form would do, asked at `path` before it is sent: `data` and `error` are those of the last try, as long as the form still
 * says the same; `button` asks.
 */
export function useTrial<Preview>(path: string, request: object | undefined): Trial<Preview> {
  const trial = useChange<object, Preview>('POST', path, { isQuiet: true });
  const { data, error, variables, isPending, mutate } = trial;
  const counts = JSON.stringify(variables) === JSON.stringify(request);
  const button = (label: string) => (
    <button
      type="button"
      className="btn"
      disabled={request === undefined || isPending}
      onClick={() => request && mutate(request)}
    >
      {label}
    </button>
  );
  return { data: counts ? data : undefined, error: counts ? error : null, button };
}
