import { useState } from 'react';

/** Text that is kept in this tab until it has been sent: a reload or a lost session loses nothing. */
export function useDraft(key: string): [string, (text: string) => void] {
  const name = `draft:${key}`;
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? '');
  const keep = (next: string) => {
    if (next === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, next);
    setText(next);
  };
  return [text, keep];
}
