import type { PlainDate } from '@thongvon/kernel';

/** A piece of a sentence, and how it is set. */
export interface Span {
  readonly text: string;
  readonly strong?: boolean;
  /** Someone's turn today: red, with a square. */
  readonly alarm?: boolean;
  readonly url?: string;
  /** A link among many: it doesn't shout. */
  readonly quiet?: boolean;
}

export type Line = readonly Span[];

/** Something to decide: what and how much, then why and what. */
export interface LetterItem {
  readonly name: string;
  readonly url: string;
  readonly amount: string;
  /** In short, for the page: on a phone one screen has to hold the first of them. The text says all. */
  readonly brief: Line;
  readonly full: Line;
  /** What can be done about it. */
  readonly options: readonly LetterOption[];
  /** What is said after them. */
  readonly note: string | null;
}

/** Something that can be done: a link in the page, a sentence in the text. */
export interface LetterOption {
  readonly brief: string;
  readonly full: string;
  readonly url: string;
}

/** What a section is made of. */
export type LetterBlock =
  | { readonly type: 'paragraph'; readonly line: Line }
  /** Numbered on through all of them. */
  | {
      readonly type: 'items';
      readonly caption: string;
      readonly unit: string;
      readonly items: readonly LetterItem[];
    }
  /** The first column is words, the others are numbers. */
  | {
      readonly type: 'table';
      readonly header: readonly string[] | null;
      readonly rows: readonly (readonly Line[])[];
      readonly sum: readonly Line[] | null;
    }
  | { readonly type: 'bars'; readonly bars: readonly LetterBar[] }
  | { readonly type: 'button'; readonly label: string; readonly url: string };

export interface LetterBar {
  readonly label: string;
  readonly value: string;
  /** Hundredths of a percent; null: there is none. */
  readonly hundredths: bigint | null;
  /** The week of this letter. */
  readonly current: boolean;
  /** Nobody has reported of it: no bar, and `value` says so. */
  readonly silent?: true;
}

/** A part of the letter under a title. */
export interface LetterSection {
  readonly title: string;
  /** Next to the title: units, order. */
  readonly note: string | null;
  readonly blocks: readonly LetterBlock[];
}

/** The weekly letter in words, before it is HTML or text: both say this, in this order. */
export interface Letter {
  readonly subject: string;
  /** What mail programs show next to the subject. */
  readonly preview: string;
  readonly week: string;
  /** That it replaces an earlier edition, and why. */
  readonly notice: string | null;
  readonly headline: { readonly rate: string; readonly fraction: string; readonly unit: string };
  readonly bar: { readonly hundredths: bigint | null; readonly marks: readonly LetterMark[] };
  readonly summary: readonly Line[];
  readonly sections: readonly LetterSection[];
  readonly footer: readonly Line[];
}

/** A target on the bar. */
export interface LetterMark {
  readonly hundredths: bigint;
  readonly label: string;
}

/** Words as they are. */
export const plain = (text: string): Span => ({ text });
/** Words in bold. */
export const strong = (text: string): Span => ({ text, strong: true });
/** Words in bold that warn. */
export const alarm = (text: string): Span => ({ text, strong: true, alarm: true });
/** A line of these; what is null is left out. */
export const line = (...spans: readonly (Span | string | null)[]): Line =>
  spans.flatMap((span) =>
    span === null || span === '' ? [] : [typeof span === 'string' ? plain(span) : span],
  );

/** Makes an address that people use of a path. */
export type Address = (path: string) => string;

/** The pages of the web application that the letter leads to. */
export const PAGES = {
  project: (id: string): string => `/du-an/${id}`,
  /** The part of a project's page where its advances and guarantees are followed. */
  contracts: (id: string): string => `/du-an/${id}#hop-dong`,
  blocker: (id: string): string => `/vuong-mac/${id}`,
  task: (id: string): string => `/viec-giao/${id}`,
  tasks: (): string => '/viec-giao',
  leader: (week: PlainDate): string => `/lanh-dao?week=${week}`,
  overview: (week: PlainDate): string => `/tong-quan?week=${week}`,
} as const;
