import { useEffect, useState } from 'react';
import type { Fields, Texts } from './form';

const nameOf = (key: string): string => `draft:${key}`;

/** Puts something into the fields of a form that is opened next, as if it had been typed there. */
export function keepTyped(key: string, typed: Readonly<Record<string, string>>): void {
  sessionStorage.setItem(nameOf(key), JSON.stringify(typed));
}

/** Whether something was typed under this key that has not been sent. */
export const isKept = (key: string): boolean => sessionStorage.getItem(nameOf(key)) !== null;

/**
 * As `useFields`, of texts. What was typed is kept in this tab under `key` until `reset`: a reload or a session that ran out loses
 * nothing.
 */
export function useKeptFields<T extends object & Texts<T>>(key: string, initial: T): Fields<T> {
  const [typed, setTyped] = useState(() => typedBefore<T>(key));
  useEffect(() => {
    if (Object.keys(typed).length === 0) sessionStorage.removeItem(nameOf(key));
    else keepTyped(key, typed as Readonly<Record<string, string>>);
  }, [key, typed]);
  const values = { ...initial, ...typed };
  const set = (changed: Partial<T>) => setTyped((before) => ({ ...before, ...changed }));
  return {
    values,
    set,
    reset: () => {
      // At once: the form may be gone before its effects run.
      sessionStorage.removeItem(nameOf(key));
      setTyped({});
    },
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set({ [name]: value ?? '' } as unknown as Partial<T>),
    }),
  };
}

/** What another version of the page has kept, or nobody, is nothing. */
function typedBefore<T>(key: string): Partial<T> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
