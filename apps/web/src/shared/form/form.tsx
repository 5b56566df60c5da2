import {
  createContext,
  type ReactNode,
  type SubmitEvent,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { Problem, send } from '../../api/client';
import { type Messages, useText, useWording } from '../../language';
import { Refusal } from '../page';
import './form.css';

interface FormProps {
  /** What sending it does: a mutation; nothing is sent for it where it is left out. */
  readonly change?: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSubmit: () => void;
  /** On its button. */
  readonly submit: string;
  /** Whether there is something to send that can be. */
  readonly ready?: boolean;
  /** A step on the way, after which another one is the page's main action. */
  readonly minor?: boolean;
  /** Next to the button. */
  readonly actions?: ReactNode;
  readonly className?: string;
  /** What is said where it was refused as a whole, if not what the server says. */
  readonly refused?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * The form of every page: one button sends it, which waits while it is on its way. What is refused is said at the field that it
 * is about, and the first such field gets the focus; what is about no field here is said above the button.
 */
export function Form(props: FormProps) {
  const {
    change = AT_ONCE,
    onSubmit,
    submit,
    ready = true,
    minor = false,
    actions,
    className = '',
    children,
  } = props;
  const form = useRef<HTMLFormElement>(null);
  const { error } = change;
  const refusals = useFieldRefusals(error);
  const [names, setNames] = useState<readonly string[]>([]);
  const claim = useCallback((name: string) => {
    setNames((known) => [...known, name]);
    return () => setNames((known) => known.toSpliced(known.indexOf(name), 1));
  }, []);
  const context = useMemo(() => ({ refusalOf: refusals.of, claim }), [refusals, claim]);
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready) onSubmit();
  };
  return (
    <FormContext value={context}>
      <form ref={form} className={`form ${className}`} onSubmit={send}>
        {children}
        {props.refused ?? <Refusal error={refusals.elsewhere(names)} />}
        <div className="form-actions">
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
    </FormContext>
  );
}

const AT_ONCE = { isPending: false, error: null };

interface FormState {
  readonly refusalOf: (name: string) => string | undefined;
  /** A field of this name says itself what is wrong with it, until what is given back is called. */
  readonly claim: (name: string) => () => void;
}

const FormContext = createContext<FormState>({
  refusalOf: () => undefined,
  claim: () => () => undefined,
});

/** Why the field of this name was refused, for the control that says so; undefined where nothing is said of it. */
export function useFieldRefusal(name: string | undefined): string | undefined {
  const { refusalOf, claim } = use(FormContext);
  useLayoutEffect(() => (name === undefined ? undefined : claim(name)), [name, claim]);
  return name === undefined ? undefined : refusalOf(name);
}

interface FieldRefusals {
  /** What is wrong with the field of this name, or with a part of it; undefined where nothing is said of it. */
  readonly of: (field: string) => string | undefined;
  /** The error where it is about none of these fields, to be said below them. */
  readonly elsewhere: (fields: readonly string[]) => Error | null;
}

/** Why what was sent was refused, field by field. */
export function useFieldRefusals(error: Error | null): FieldRefusals {
  const wording = useWording();
  return useMemo(() => {
    const of = (name: string) => {
      const fields = error instanceof Problem ? error.fields : [];
      const found = fields.find(({ field }) => field === name || field.startsWith(`${name}.`));
      return found && wording({ vi: found.message, en: found.messageEn });
    };
    const elsewhere = (names: readonly string[]) =>
      names.some((name) => of(name) !== undefined) ? null : error;
    return { of, elsewhere };
  }, [error, wording]);
}

export type Texts<T> = { readonly [K in keyof T]: string };

export interface Fields<T extends object> {
  readonly values: T;
  readonly set: (changed: Partial<T>) => void;
  readonly reset: () => void;
  /** For the control of a field, by the name that the API has for it. */
  readonly field: <K extends keyof T & string>(name: K) => FieldOf<K, T[K]>;
}

/** What a control of a form is given. */
export interface FieldOf<Name, Value> {
  readonly name: Name;
  readonly value: Value;
  /** Without a value: what was typed is gone. */
  readonly onChange: (value?: Value) => void;
}

/** What stands in the fields of a form: text as it was typed or chosen, '' for nothing; or what was ticked. */
export function useFields<T extends object>(initial: T, onChange?: () => void): Fields<T> {
  const [values, setValues] = useState(initial);
  const set = (changed: Partial<T>) => {
    onChange?.();
    setValues((before) => ({ ...before, ...changed }));
  };
  return {
    values,
    set,
    reset: () => setValues(initial),
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set({ [name]: value ?? '' } as Partial<T>),
    }),
  };
}

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ChangeOptions<Request, Reply> {
  /** What has to be fetched anew. */
  readonly stale?: readonly QueryKey[];
  readonly onDone?: (reply: Reply, request: Request) => void;
  readonly headers?: (request: Request) => Readonly<Record<string, string>>;
  /** Nothing is kept, as of a try: nothing is announced. */
  readonly isQuiet?: boolean;
}

/** Sends a change and fetches anew what it concerns, before it counts as done and is said to be. */
export function useChange<Request extends object | undefined, Reply = undefined>(
  method: Method,
  path: string | ((request: Request) => string),
  { stale = [], onDone, headers, isQuiet = false }: ChangeOptions<Request, Reply> = {},
): UseMutationResult<Reply, Error, Request> {
  const t = useText(messages);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) =>
      send<Reply>(method, typeof path === 'string' ? path : path(request), request, headers?.(request)),
    onSuccess: async (reply, request) => {
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone?.(reply, request);
      if (!isQuiet) announce(t.done);
    },
  });
}

let listener: ((text: string) => void) | undefined;

/** Has screen readers say it: the form that was sent is often gone by then. */
function announce(text: string): void {
  listener?.(text);
}

/** Has screen readers say that it was done. */
export const useAnnounceDone = (): (() => void) => {
  const t = useText(messages);
  return () => announce(t.done);
};

/** Where what is announced stands for screen readers; once in the application. */
export function Announcements() {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    listener = (text) => setSaid(({ count }) => ({ text, count: count + 1 }));
    return () => {
      listener = undefined;
    };
  }, []);
  return (
    <div className="vh" aria-live="polite">
      {/* The same words again are a new element, else they would not be said twice. */}
      <span key={said.count}>{said.text}</span>
    </div>
  );
}

const messages = { done: { vi: 'Đã ghi nhận.', en: 'Done.' } } satisfies Messages;
