/** What of `T` may be left out, but not given as undefined. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** `fields` without those that are undefined: a field that a caller left out is left out. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
