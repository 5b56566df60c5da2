/** A short mail about one thing. Its HTML and its text are made of the same words. */
export interface PlainMail {
  readonly heading: string;
  readonly blocks: readonly MailBlock[];
  /** What the recipient is to open. */
  readonly action: { readonly label: string; readonly url: string };
  /** Why they get it. */
  readonly footer: string;
}

export type MailBlock =
  | { readonly paragraph: string }
  /** Someone else's words, with what they are. Line breaks stay. */
  | { readonly quoted: string; readonly as: string }
  /** Labels with their values. */
  | { readonly facts: readonly (readonly [label: string, value: string])[] };
