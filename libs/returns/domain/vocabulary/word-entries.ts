import type { AddedWord } from '@thongvon/return-reader';

/** One change of an installation's vocabulary; its number is the version that begins with it. */
export type WordEntry = Readonly<{ version: number; reason: string; actorId: string; at: Date }> &
  (
    | (AddedWord & { readonly retires: null })
    | { readonly retires: number; readonly kind: null; readonly meaning: null; readonly phrase: null }
  );

export interface Vocabulary {
  readonly version: number;
  readonly words: readonly AddedWord[];
}

/** The words that count once all these changes are made, in the order in which they were added. */
export function vocabularyOf(entries: readonly WordEntry[]): Vocabulary {
  const retired = new Set(entries.map(({ retires }) => retires));
  return {
    version: Math.max(0, ...entries.map(({ version }) => version)),
    words: entries.flatMap((entry) =>
      entry.retires === null && !retired.has(entry.version)
        ? [{ kind: entry.kind, meaning: entry.meaning, phrase: entry.phrase }]
        : [],
    ),
  };
}
