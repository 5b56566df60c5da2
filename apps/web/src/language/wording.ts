export type Language = 'vi' | 'en';

/** The same in both languages, Vietnamese first. */
export interface Wording<T = string> {
  readonly vi: T;
  readonly en: T;
}

/** A sentence, or one that is made of values. */
type Said = string | ((...values: never[]) => string);

/** What a feature says to people: its `messages.ts`. */
export type Messages = Readonly<Record<string, Wording<Said>>>;

/** The messages in one language. */
export type Text<M extends Messages> = { readonly [Key in keyof M]: M[Key]['vi'] };

export function inLanguage<M extends Messages>(messages: M, language: Language): Text<M> {
  return Object.fromEntries(Object.entries(messages).map(([key, said]) => [key, said[language]])) as Text<M>;
}

type Value = string | number;

/** What stands in braces in a text, from the left. */
type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? [Name, ...NamesIn<Rest>]
  : [];
/** Whether a place is named twice: each value has a name of its own. */
type HasTwice<Names extends string[]> = Names extends [infer First, ...infer Rest extends string[]]
  ? First extends Rest[number]
    ? true
    : HasTwice<Rest>
  : false;
type ValuesOf<Names extends string[]> = { [Index in keyof Names]: Value };

/**
 * A sentence that is made of values: the one value stands where `{}` does, each of several where its name does, `{like} {this}`.
 * They are given in the order in which the Vietnamese text names them; the English one names the same.
 */
export function withValues<Vi extends string, En extends string>(
  vi: HasTwice<NamesIn<Vi>> extends true ? never : Vi,
  en: NamesIn<En>[number] extends NamesIn<Vi>[number] ? En : never,
): Wording<(...values: ValuesOf<NamesIn<Vi>>) => string> {
  const places = /\{(\w*)\}/g;
  const names = [...vi.matchAll(places)].map(([, name]) => name);
  const filled =
    (text: string) =>
    (...values: ValuesOf<NamesIn<Vi>>) =>
      text.replace(places, (_, name: string) => String(values[names.indexOf(name)]));
  return { vi: filled(vi), en: filled(en) };
}
