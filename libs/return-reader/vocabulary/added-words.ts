import type { WordKind } from '@thongvon/kernel';

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
