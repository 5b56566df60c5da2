import { useState } from 'react';

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
