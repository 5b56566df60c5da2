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

/** A sentence that is made of one value, which stands where `{}` does in both languages. */
export function withValue(vi: string, en: string): Wording<(value: string | number) => string> {
  const filled = (text: string) => (value: string | number) => text.replace('{}', () => String(value));
  return { vi: filled(vi), en: filled(en) };
}
