/** More distinct texts than a return has captions and labels; beyond it the memory starts anew. */
const MOST_REMEMBERED = 5_000;

/**
 * Remembers what a pure function gave for a text. The same labels, captions and formats are asked about many times in
 * one reading, and again in the next return of the same office.
 */
export function memoize<T>(pure: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = pure(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, result);
    return result;
  };
}
