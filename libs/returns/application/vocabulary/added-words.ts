import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AddedWordListQuery, AddedWordView, ListOf } from '@thongvon/api-contract';
import { cleanText, formatInstant, matchKey } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, slicedPage, SystemClock } from '@thongvon/platform';
import { conflictOf, meaningName, type AddedWord } from '@thongvon/return-reader';
import type { WordEntry } from '../../domain/vocabulary/word-entries';
import {
  lockWords,
  wordRows,
  wordsInForce,
  writeEntry,
  type WordRow,
} from '../../persistence/vocabulary/word-rows';
import { tooManyWords, wordRefused, wordRetired, wordUnknown } from '../../messages/vocabulary/conflicts';

/** More than any form has captions. */
const MOST_WORDS = 500;

/** Words of this installation, as an administrator keeps them. Each change is a new version; readings keep theirs. */
@Injectable()
export class AddedWords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Those that count now. */
  async inForce(): Promise<readonly AddedWord[]> {
    return (await wordsInForce(this.dataSource.manager)).words;
  }

  /** Those that count first, then those that no longer do. */
  async list({ q, limit, cursor }: AddedWordListQuery): Promise<ListOf<AddedWordView>> {
    const key = matchKey(q ?? '');
    const all = (await wordRows(this.dataSource.manager))
      .map(toView)
      .filter(({ phrase, meaning }) =>
        [phrase, meaning.label, meaning.labelEn].some((text) => matchKey(text).includes(key)),
      );
    return slicedPage(all, { limit, ...(cursor === undefined ? {} : { cursor }) });
  }

  /** From the next reading on it counts. Throws WORD-REFUSED with what stands against it, and WORDS-TOO-MANY. */
  async add(actor: Actor, given: AddedWord, reason: string): Promise<AddedWordView> {
    const word = { ...given, phrase: cleanText(given.phrase) };
    return this.dataSource.transaction(async (manager) => {
      const { version, words } = await lockWords(manager);
      const conflict = conflictOf(word, words);
      if (conflict) throw wordRefused(word, conflict);
      if (words.length >= MOST_WORDS) throw tooManyWords(MOST_WORDS);
      const id = version + 1;
      await this.write(manager, actor, { ...word, version: id, retires: null, reason });
      await this.audit.record(manager, actor.userId, 'word.add', `word:${id}`, { ...word, reason });
      return this.view(manager, id);
    });
  }

  /** From the next reading on it counts no longer. Throws WORD-NOT-FOUND and WORD-RETIRED. */
  async retire(actor: Actor, id: number, reason: string): Promise<AddedWordView> {
    return this.dataSource.transaction(async (manager) => {
      const { version } = await lockWords(manager);
      const { retiredAt, phrase } = await this.view(manager, id);
      if (retiredAt !== null) throw wordRetired();
      const nothing = { kind: null, meaning: null, phrase: null } as const;
      await this.write(manager, actor, { ...nothing, version: version + 1, retires: id, reason });
      await this.audit.record(manager, actor.userId, 'word.retire', `word:${id}`, { phrase, reason });
      return this.view(manager, id);
    });
  }

  private write(
    manager: EntityManager,
    { userId }: Actor,
    entry: DistributedOmit<WordEntry, 'actorId' | 'at'>,
  ): Promise<void> {
    return writeEntry(manager, { ...entry, actorId: userId, at: this.clock.now() });
  }

  private async view(manager: EntityManager, id: number): Promise<AddedWordView> {
    const [row] = await wordRows(manager, id);
    if (!row) throw wordUnknown();
    return toView(row);
  }
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function toView({ meaning, addedAt, retiredAt, ...row }: WordRow): AddedWordView {
  // A meaning may go with a later version of the reader; the word stays in the history under its key.
  const name = meaningName(row.kind, meaning) ?? { label: meaning, labelEn: meaning };
  return {
    ...row,
    meaning: { key: meaning, ...name },
    addedAt: formatInstant(addedAt),
    retiredAt: retiredAt && formatInstant(retiredAt),
  };
}
