import { matchKey } from '@thongvon/kernel';

/** The key by which two texts are the same blocker's: words without accents and punctuation, numbers without leading zeros. */
export function textKey(text: string): string {
  return matchKey(text).replace(/\b0+(?=\d)/g, '');
}

/** Whether a text says nothing: no letter and no digit stands in it. */
export const isBlank = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** The same without what a week changes: "04 hộ không nhận tiền" and "còn 3 hộ…" differ in their numbers only. */
function wordsOf(text: string): Set<string> {
  return new Set(
    textKey(text)
      .split(' ')
      .filter((word) => word !== '' && !/^\d+$/.test(word)),
  );
}

/** Shared words of all words of both, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Two texts that share this much are one blocker, reported anew. */
const SAME_BLOCKER = 0.6;

/** A blocker of the project that a text may name. */
export interface KnownBlocker {
  readonly id: string;
  /** What returns and people have called it, in whatever order. */
  readonly texts: readonly string[];
  readonly open: boolean;
  /** The segment that it stands in; null: not said, or the whole project. */
  readonly segmentId: string | null;
}

/** A text of a return, and the segment that it is said of; null: of the whole project. */
export interface PlacedText {
  readonly text: string;
  readonly segmentId: string | null;
}

/**
 * Which known blocker each text names; undefined: a new one. The same words mean the same blocker, also one that was
 * closed and comes back; like words only an open one; words of one segment none of another. A blocker is named by one
 * text at most, the likest first. The history shows every change of words, so that a wrong match can be seen.
 */
export function matchBlockers<T extends KnownBlocker>(
  texts: readonly PlacedText[],
  known: readonly T[],
): (T | undefined)[] {
  const candidates = texts.flatMap((text, index) =>
    known.flatMap((blocker) => {
      if (!canBeOne(text, blocker)) return [];
      const score = Math.max(0, ...blocker.texts.map((said) => scoreOf(text.text, said)));
      return score >= (blocker.open ? SAME_BLOCKER : 1) ? [{ index, blocker, score }] : [];
    }),
  );
  candidates.sort((a, b) => b.score - a.score || Number(b.blocker.open) - Number(a.blocker.open));
  const matched: (T | undefined)[] = texts.map(() => undefined);
  const taken = new Set<string>();
  for (const { index, blocker } of candidates) {
    if (matched[index] !== undefined || taken.has(blocker.id)) continue;
    matched[index] = blocker;
    taken.add(blocker.id);
  }
  return matched;
}

function canBeOne(text: PlacedText, blocker: KnownBlocker): boolean {
  return text.segmentId === null || blocker.segmentId === null || text.segmentId === blocker.segmentId;
}

/** 2 for the same key, 1 for the same words, else their likeness below 1. */
function scoreOf(text: string, said: string): number {
  return textKey(text) === textKey(said) ? 2 : likeness(wordsOf(text), wordsOf(said));
}
