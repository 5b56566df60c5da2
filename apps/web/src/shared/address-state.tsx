import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import type { Option } from './form/fields';

/**
 * The page's state in the address bar, so that a link, a reload and the back button lead to the same view. Values are text;
 * setting undefined or '' removes one. `set` replaces the entry of the history: filters are one step, not ten.
 */
export function useAddressState(): {
  readonly value: (name: string) => string | undefined;
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void;
} {
  const [parameters, setParameters] = useSearchParams();
  const value = useCallback((name: string) => parameters.get(name) ?? undefined, [parameters]);
  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => {
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, text] of Object.entries(changes)) {
            if (text === undefined || text === '') next.delete(name);
            else next.set(name, text);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParameters],
  );
  return { value, set };
}

interface AddressChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What counts while the address doesn't say. */
  readonly initial: string;
  readonly options: readonly Option[];
  /** What no longer holds with another choice. */
  readonly clears?: string;
}

/** A choice that stands in the address bar. */
export function AddressChoice({ name, label, initial, options, clears }: AddressChoiceProps) {
  const { value, set } = useAddressState();
  const choose = (chosen: string) =>
    set({
      ...(clears === undefined ? {} : { [clears]: undefined }),
      [name]: chosen === initial ? undefined : chosen,
    });
  return (
    <label>
      {label}{' '}
      <select
        className="control"
        value={value(name) ?? initial}
        onChange={({ target }) => choose(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
