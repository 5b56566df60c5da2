import type { EntityManager } from 'typeorm';
import type { AddedWord } from '@thongvon/return-reader';
import { ReadingWordEntry } from './entities/return-reading';

const ENTRIES = `SELECT version, kind, meaning, phrase, retires, reason, actor_id AS "actorId", recorded_at AS at
  FROM returns.reading_word_entry`;

/** The words by which returns are read from now on. */
export async function wordsInForce(manager: EntityManager): Promise<Vocabulary> {
  return vocabularyOf(await manager.query<WordEntry[]>(`${ENTRIES} ORDER BY version`));
}

/** The version that the last change began; 0 before the first. */
export async function vocabularyVersion(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ version: number }[]>(
    `SELECT coalesce(max(version), 0) AS version FROM returns.reading_word_entry`,
  );
  return row?.version ?? 0;
}

/** The words in force, which nobody else changes until the transaction of `manager` ends. */
export async function lockWords(manager: EntityManager): Promise<Vocabulary> {
  // First wait, then look: two at once must not both find the same word free.
  await manager.query(`LOCK TABLE returns.reading_word_entry IN SHARE ROW EXCLUSIVE MODE`);
  return wordsInForce(manager);
}

/** Adds one change to the history of words, which is append-only. */
export async function writeEntry(manager: EntityManager, { at, ...entry }: WordEntry): Promise<void> {
  await manager.insert(ReadingWordEntry, { ...entry, recordedAt: at });
}

/** A word that was added, with the names of who added and who retired it. */
export interface WordRow {
  readonly id: number;
  readonly kind: 'caption' | 'unit' | 'source';
  readonly meaning: string;
  readonly phrase: string;
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly reason: string;
  readonly retiredBy: string | null;
  readonly retiredAt: Date | null;
  readonly retiredReason: string | null;
}

/** Every word that was ever added, those that count first, the last added first; or one of them. */
export function wordRows(manager: EntityManager, id?: number): Promise<WordRow[]> {
  return manager.query<WordRow[]>(
    `SELECT a.version AS id, a.kind, a.meaning, a.phrase, a.reason, a.recorded_at AS "addedAt", u.name AS "addedBy",
       r.recorded_at AS "retiredAt", ru.name AS "retiredBy", r.reason AS "retiredReason"
     FROM returns.reading_word_entry a JOIN organizations.user_ref u ON u.id = a.actor_id
     LEFT JOIN returns.reading_word_entry r ON r.retires = a.version LEFT JOIN organizations.user_ref ru ON ru.id = r.actor_id
     WHERE a.retires IS NULL AND ($1::integer IS NULL OR a.version = $1)
     ORDER BY r.version IS NOT NULL, a.version DESC`,
    [id ?? null],
  );
}

/** One change of an installation's vocabulary; its number is the version that begins with it. */
export type WordEntry = Readonly<{ version: number; reason: string; actorId: string; at: Date }> &
  (
    | (AddedWord & { readonly retires: null })
    | { readonly retires: number; readonly kind: null; readonly meaning: null; readonly phrase: null }
  );

interface Vocabulary {
  readonly version: number;
  readonly words: readonly AddedWord[];
}

/** The words that count once all these changes are made, in the order in which they were added. */
function vocabularyOf(entries: readonly WordEntry[]): Vocabulary {
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
