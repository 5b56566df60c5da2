import { matchKey, type WordKind } from '@thongvon/kernel';

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

export interface PhraseMatch<T> {
  readonly means: T;
  /** Index of the first word of the text that it covers, and how many words. */
  readonly at: number;
  readonly length: number;
}

/** Reads a list of phrases written "a | b | c" over any number of lines. */
export function phrases(text: string): readonly string[] {
  return text.split('|').map((phrase) => phrase.trim());
}

export type Phrases<T extends string> = Readonly<Partial<Record<T, readonly string[]>>>;

/** Words of a text as they are matched: without accents and punctuation, "%" as a word of its own. */
export const wordsOf: (text: string) => readonly string[] = memoize((text) => {
  // "tỉ lệ" and "tỷ lệ" are two spellings of one word, as are "m²" and "m2".
  const key = matchKey(text.replace(/%/g, ' phantram ').replace(/²/g, '2')).replace(/\bti le\b/g, 'ty le');
  return key === '' ? [] : key.split(' ');
});

/** The words of a text with their accents, as many as `wordsOf` gives; none where the two don't part it alike. */
export const accentedWordsOf: (text: string) => readonly string[] = memoize((text) => {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/%/g, ' phantram ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.length === wordsOf(text).length ? words : [];
});

/** The marks on and through the letters of a word, in order: of "mồ" a circumflex and a grave. */
const marksOf = memoize((word) =>
  word
    .normalize('NFD')
    .replace(/đ/g, 'd-')
    .replace(/[^\p{M}-]/gu, ''),
);

/** "mả" is not "mã": a word with a mark that the known word doesn't have is another word. One without marks may be it. */
function mayBe(typed: string | undefined, known: string): boolean {
  const marks = marksOf(known);
  return typed === undefined || Array.from(marksOf(typed)).every((mark) => marks.includes(mark));
}

/**
 * Finds known phrases in a text: left to right, the longest phrase first, each word used once. So "thanh toán khối
 * lượng hoàn thành" is not also "thanh toán".
 */
export class PhraseBook<T extends string> {
  private readonly byFirstWord = new Map<string, { words: readonly string[]; means: T; alone: string }[]>();

  constructor(vocabulary: Phrases<T>) {
    for (const [means, list] of Object.entries(vocabulary) as [T, readonly string[]][]) {
      for (const phrase of list) {
        const words = wordsOf(phrase);
        const first = words[0];
        if (first === undefined) continue;
        const entries = this.byFirstWord.get(first) ?? [];
        entries.push({ words, means, alone: words.length === 1 ? phrase : '' });
        this.byFirstWord.set(first, entries);
      }
    }
    for (const entries of this.byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  /** With the words as they were typed, `accented`, a phrase of one word is kept apart from others that only lack its accents. */
  find(words: readonly string[], accented: readonly string[] = []): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let at = 0; at < words.length;) {
      const entry = this.byFirstWord
        .get(words[at] ?? '')
        ?.find(
          ({ words: wanted, alone }) =>
            wanted.every((word, i) => words[at + i] === word) && (alone === '' || mayBe(accented[at], alone)),
        );
      if (entry) found.push({ means: entry.means, at, length: entry.words.length });
      at += entry?.words.length ?? 1;
    }
    return found;
  }
}

/** A word of one installation: how people there write something that the reader knows under other words. */
export interface AddedWord {
  readonly kind: WordKind;
  /** A tag of captions, a unit of amount or the code of a source. */
  readonly meaning: string;
  readonly phrase: string;
}

const NONE: readonly AddedWord[] = [];

/** The words of the reading that runs now. A reading is one synchronous call, so that there is never another next to it. */
let inForce = NONE;
let last = { key: '', words: NONE };

/**
 * Runs `read` with words next to those of the reader. What `read` gives depends on its own input and these words alone:
 * whatever was in force before is in force again afterwards.
 */
export function underWords<T>(words: readonly AddedWord[], read: () => T): T {
  const before = inForce;
  inForce = known(words);
  try {
    return read();
  } finally {
    inForce = before;
  }
}

/** The same list for the same words, so that what was made of them last serves the next reading too. */
function known(words: readonly AddedWord[]): readonly AddedWord[] {
  if (words.length === 0) return NONE;
  const key = JSON.stringify(words);
  if (key !== last.key) last = { key, words: JSON.parse(key) as AddedWord[] };
  return last.words;
}

/**
 * Something made of the words in force: for none it is made at once and kept, for others when they are first read by.
 * The function gives what belongs to the reading that runs.
 */
export function byWords<T>(make: (words: readonly AddedWord[]) => T): () => T {
  const plain = make(NONE);
  let others: { words: readonly AddedWord[]; made: T } | undefined;
  return () => {
    if (inForce === NONE) return plain;
    if (others?.words !== inForce) others = { words: inForce, made: make(inForce) };
    return others.made;
  };
}

/** The phrases of one kind by their meanings, with those that are added. A meaning that isn't there gets none. */
export function withAdded<T extends string>(
  phrases: Readonly<Record<T, readonly string[]>>,
  words: readonly AddedWord[],
  kind: WordKind,
): Readonly<Record<T, readonly string[]>> {
  const added = words.filter((word) => word.kind === kind && Object.hasOwn(phrases, word.meaning));
  if (added.length === 0) return phrases;
  const all: Record<T, readonly string[]> = { ...phrases };
  for (const { meaning, phrase } of added) all[meaning as T] = [...all[meaning as T], phrase];
  return all;
}

/** As `memoize`, of a function that reads by the words in force: what it gave under other words doesn't count. */
export function memoizeByWords<T>(pure: (text: string) => T): (text: string) => T {
  const memory = byWords(() => memoize(pure));
  return (text) => memory()(text);
}
