import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { cleanText, matchKey } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, type ListPage, Problem, slicedPage, SystemClock, type WantedPage } from '@thongvon/platform';
import {
  type AddedWord,
  conflictOf,
  countOfFindings,
  explainCaption,
  meaningName,
  type Reading,
  type WordConflict,
} from '@thongvon/return-reader';
import { Return } from '../persistence/entities/return';
import { nameOfOrganization } from '../persistence/office-profiles';
import { bytesOfReturn } from '../persistence/files-of-return';
import {
  lockWords,
  type WordEntry,
  type WordRow,
  wordRows,
  wordsInForce,
  writeEntry,
} from '../persistence/word-rows';
import { OptionsOfReturn, ReadingProcesses } from './read-return';

/** More than any form has captions. */
const MOST_WORDS = 500;

/** A meaning of the reader, and what people call it. */
export interface NamedMeaning {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
}

/** A word that was added, and whether it still counts. */
export interface KeptWord extends Omit<WordRow, 'meaning'> {
  readonly meaning: NamedMeaning;
}

interface WordListQuery extends WantedPage {
  /** Words of the phrase or of its meaning, without accents. */
  readonly q?: string;
}

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
  async list({ q, limit, cursor }: WordListQuery): Promise<ListPage<KeptWord>> {
    const key = matchKey(q ?? '');
    const all = (await wordRows(this.dataSource.manager))
      .map(named)
      .filter(({ phrase, meaning }) =>
        [phrase, meaning.label, meaning.labelEn].some((text) => matchKey(text).includes(key)),
      );
    return slicedPage(all, { limit, cursor });
  }

  /** From the next reading on it counts. Throws WORD-REFUSED with what stands against it, and WORDS-TOO-MANY. */
  async add(actor: Actor, given: AddedWord, reason: string): Promise<KeptWord> {
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
  async retire(actor: Actor, id: number, reason: string): Promise<KeptWord> {
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

  private async view(manager: EntityManager, id: number): Promise<KeptWord> {
    const [row] = await wordRows(manager, id);
    if (!row) throw wordUnknown();
    return named(row);
  }
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function named({ meaning, ...row }: WordRow): KeptWord {
  // A meaning may go with a later version of the reader; the word stays in the history under its key.
  const name = meaningName(row.kind, meaning) ?? { label: meaning, labelEn: meaning };
  return { ...row, meaning: { key: meaning, ...name } };
}

/** Each is read twice while a person waits. */
const MOST_TRIED = 5;

/** What a word would do. */
export interface WordTrial {
  /** What stands against it, in words; null: it can be added. */
  readonly conflict: {
    readonly fault: WordConflict['fault'];
    readonly message: string;
    readonly messageEn: string;
  } | null;
  /** What its words say as a caption without it. */
  readonly saysNow: readonly NamedMeaning[];
  /** How many of the last waiting returns were read with it. */
  readonly tried: number;
  /** Those that it would have read in another way. */
  readonly effects: readonly WordEffect[];
}

/** Errors and questions of a waiting return, as the words are and with one more. */
interface WordEffect {
  readonly returnId: string;
  readonly organizationName: string;
  readonly fileName: string;
  readonly openBefore: number;
  readonly openAfter: number;
}

/** Shows what a word would do before it is added: what stands against it, and which waiting returns it would help. */
@Injectable()
export class TryWord {
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: OptionsOfReturn,
    private readonly reader: ReadingProcesses,
  ) {}

  /** Reads the last returns that wait for their senders, of those the actor may see, with the word and without it. Writes nothing. */
  async run(actor: Actor, given: AddedWord): Promise<WordTrial> {
    const word = { ...given, phrase: cleanText(given.phrase) };
    const { manager } = this.dataSource;
    const { words } = await wordsInForce(manager);
    const conflict = conflictOf(word, words);
    const saysNow = explainCaption(word.phrase, words).tags;
    if (conflict) {
      const [message, messageEn] = conflictTexts(word, conflict);
      return { conflict: { fault: conflict.fault, message, messageEn }, saysNow, tried: 0, effects: [] };
    }
    const waiting = await manager.find(Return, {
      where: { status: In(['needs-attention', 'failed']), organizationId: In([...actor.scope]) },
      order: { receivedAt: 'DESC', id: 'ASC' },
      take: MOST_TRIED,
    });
    const effects = await Promise.all(waiting.map((found) => this.effectOn(manager, found, word)));
    return {
      conflict: null,
      saysNow,
      tried: waiting.length,
      effects: effects.flatMap((effect) => effect ?? []),
    };
  }

  private async effectOn(
    manager: EntityManager,
    found: Return,
    word: AddedWord,
  ): Promise<WordEffect | undefined> {
    const bytes = await bytesOfReturn(manager, found);
    const { options } = await this.options.of(manager, found);
    const before = await this.reader.read(bytes, options);
    const after = await this.reader.read(bytes, { ...options, words: [...(options.words ?? []), word] });
    if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
    return {
      returnId: found.id,
      organizationName: await nameOfOrganization(manager, found.organizationId),
      fileName: found.fileName,
      openBefore: openIn(before),
      openAfter: openIn(after),
    };
  }
}

function openIn({ findings }: Reading): number {
  return countOfFindings(findings.filter(({ severity }) => severity === 'error' || severity === 'question'));
}

type Texts = readonly [vi: string, en: string];

/** What stands against a word, in both languages. */
export function conflictTexts({ phrase }: AddedWord, conflict: WordConflict): Texts {
  switch (conflict.fault) {
    case 'no-such-meaning':
      return ['Hệ thống không biết nghĩa này.', 'There is no such meaning.'];
    case 'too-short':
      return [
        `“${phrase}” quá ngắn để phân biệt với từ khác; cần ít nhất hai ký tự, có chữ cái.`,
        `“${phrase}” is too short to be distinguished from other words; it takes at least two characters, one of them a letter.`,
      ];
    case 'known':
      return [
        `Hệ thống đã hiểu “${phrase}” theo nghĩa này.`,
        `“${phrase}” is already understood in this way.`,
      ];
    case 'other-meaning':
      return [
        `“${phrase}” đã có nghĩa khác: ${conflict.means.map(({ label }) => label).join(' + ')}.`,
        `“${phrase}” already means something else: ${conflict.means.map(({ labelEn }) => labelEn).join(' + ')}.`,
      ];
    case 'part-of-others': {
      const phrases = conflict.phrases.map((one) => `“${one}”`).join(', ');
      return [
        `“${phrase}” nằm trong cách viết có nghĩa khác: ${phrases}${inBrackets(conflict.means.map(({ label }) => label))}. Hãy ghi đủ cụm từ như trong biểu.`,
        `“${phrase}” is part of phrases that mean something else: ${phrases}${inBrackets(conflict.means.map(({ labelEn }) => labelEn))}. Give the whole phrase as the form has it.`,
      ];
    }
  }
}

const inBrackets = (names: readonly string[]): string => (names.length === 0 ? '' : ` (${names.join(', ')})`);

/** 409: the word can't be added, and what stands against it. */
function wordRefused(word: AddedWord, conflict: WordConflict): Problem {
  return new Problem(409, 'WORD-REFUSED', ...conflictTexts(word, conflict), { fault: conflict.fault });
}

/** 404 */
function wordUnknown(): Problem {
  return new Problem(404, 'WORD-NOT-FOUND', 'Không có cách viết này.', 'There is no such word.');
}

/** 409 */
function wordRetired(): Problem {
  return new Problem(
    409,
    'WORD-RETIRED',
    'Cách viết này đã thôi dùng rồi.',
    'This word has already been retired.',
  );
}

/** 409: each is sent with every reading. */
function tooManyWords(most: number): Problem {
  return new Problem(
    409,
    'WORDS-TOO-MANY',
    `Đã có ${most} cách viết đang dùng; hãy thôi dùng bớt trước khi thêm.`,
    `There are ${most} words in force; retire some before adding more.`,
  );
}
