import { matchKey } from '@thongvon/kernel';
import { memoize } from '../values/memoize';

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

/**
 * Finds known phrases in a text: left to right, the longest phrase first, each word used once. So "thanh toán khối
 * lượng hoàn thành" is not also "thanh toán".
 */
export class PhraseBook<T extends string> {
  private readonly byFirstWord = new Map<string, { words: readonly string[]; means: T }[]>();

  constructor(vocabulary: Phrases<T>) {
    for (const [means, list] of Object.entries(vocabulary) as [T, readonly string[]][]) {
      for (const phrase of list) {
        const words = wordsOf(phrase);
        const first = words[0];
        if (first === undefined) continue;
        const entries = this.byFirstWord.get(first) ?? [];
        entries.push({ words, means });
        this.byFirstWord.set(first, entries);
      }
    }
    for (const entries of this.byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  find(words: readonly string[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let at = 0; at < words.length;) {
      const entry = this.byFirstWord
        .get(words[at] ?? '')
        ?.find((candidate) => candidate.words.every((word, i) => words[at + i] === word));
      if (entry) found.push({ means: entry.means, at, length: entry.words.length });
      at += entry?.words.length ?? 1;
    }
    return found;
  }
}
