import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { WordEffectView, WordPreviewView } from '@thongvon/api-contract';
import { cleanText } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  conflictOf,
  countOfFindings,
  explainCaption,
  type AddedWord,
  type Reading,
} from '@thongvon/return-reader';
import { conflictTexts } from '../messages/vocabulary/conflicts';
import { wordsInForce } from '../persistence/vocabulary/word-rows';
import { nameOfOrganization } from '../persistence/names-behind';
import { ReadingProcesses } from '../persistence/reading-processes';
import { Return } from '../persistence/return.entity';
import { fileBytes } from '../persistence/stored-files';
import { OptionsOfReturn } from './options-of-return';

/** Each is read twice while a person waits. */
const MOST_TRIED = 5;

/** Shows what a word would do before it is added: what stands against it, and which waiting returns it would help. */
@Injectable()
export class TryWord {
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: OptionsOfReturn,
    private readonly reader: ReadingProcesses,
  ) {}

  /** Reads the last returns that wait for their senders, of those the actor may see, with the word and without it. Writes nothing. */
  async run(actor: Actor, given: AddedWord): Promise<WordPreviewView> {
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
  ): Promise<WordEffectView | undefined> {
    const bytes = await fileBytes(manager, found.fileSha256);
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
