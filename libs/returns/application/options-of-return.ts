import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { businessDate } from '@thongvon/kernel';
import { OrganizationTree } from '@thongvon/organizations';
import type { ReadingOptions } from '@thongvon/return-reader';
import { wordsInForce } from '../persistence/vocabulary/word-rows';
import { readingOptionsOf } from '../domain/reading-options';
import { profileOf } from '../persistence/office-profiles';
import type { Return } from '../persistence/return.entity';
import { ReturnKinds } from './return-kinds';

/** What the reader is reported of a return beforehand, and of which version the words among it are. */
@Injectable()
export class OptionsOfReturn {
  constructor(
    private readonly kinds: ReturnKinds,
    private readonly organizations: OrganizationTree,
  ) {}

  async of(
    manager: EntityManager,
    found: Return,
  ): Promise<{ readonly vocabularyVersion: number; readonly options: ReadingOptions }> {
    const day = businessDate(found.receivedAt);
    const profile = await profileOf(manager, found.organizationId);
    const scope = await this.organizations.idsBelow(found.organizationId, manager);
    const known = await this.kinds.knownOn(manager, day, scope);
    const { version, words } = await wordsInForce(manager);
    return {
      vocabularyVersion: version,
      options: {
        ...readingOptionsOf(found, profile, known, day),
        ...(words.length === 0 ? {} : { words }),
      },
    };
  }
}
