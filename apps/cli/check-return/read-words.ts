import { readFile } from 'node:fs/promises';
import { WORD_KINDS } from '@thongvon/kernel';
import type { AddedWord } from '@thongvon/return-reader';

/**
 * The words that count in a file as the API lists them; undefined where it doesn't hold the whole list. A word of an unknown meaning
 * is left to the reader, which reads nothing by it.
 */
export async function readWords(file: string): Promise<AddedWord[] | undefined> {
  try {
    const { items, nextCursor = null } = JSON.parse(await readFile(file, 'utf8')) as List;
    if (nextCursor !== null) throw new Error('only the first page of the list');
    return items.flatMap(({ kind, meaning, phrase, retiredAt }) => {
      const known = WORD_KINDS.find((one) => one === kind);
      if (known === undefined) throw new Error(`no such kind: ${kind}`);
      return retiredAt === null ? [{ kind: known, meaning: meaning.key, phrase }] : [];
    });
  } catch {
    return undefined;
  }
}

interface List {
  readonly items: readonly ListedWord[];
  readonly nextCursor?: string | null;
}

interface ListedWord {
  readonly kind: string;
  readonly meaning: { readonly key: string };
  readonly phrase: string;
  readonly retiredAt: string | null;
}
