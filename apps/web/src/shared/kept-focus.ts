import { type RefObject, useEffect, useRef } from 'react';

interface KeptFocus<Place extends HTMLElement> {
  /** Says where things stand; script can focus it. */
  readonly says: RefObject<Place | null>;
  /** A step begins that may take its own button away. */
  readonly keepFocus: () => void;
}

/**
 * After a step its button is gone, and the focus with it: then it goes to the line that says where things stand.
 * `changes`: whenever one of them is another, a button may have gone.
 */
export function useKeptFocus<Place extends HTMLElement>(changes: readonly unknown[]): KeptFocus<Place> {
  const says = useRef<Place>(null);
  const isStepping = useRef(false);
  useEffect(() => {
    if (isStepping.current && document.activeElement === document.body) says.current?.focus();
  }, changes);
  const keepFocus = () => {
    isStepping.current = true;
  };
  return { says, keepFocus };
}
