import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { ReturnKind } from '@thongvon/return-reader';
import type { KnownAmounts, ReturnKindRules } from './return-kind-rules';
import type { ReturnListener } from './return-listener';

/** Where each context registers its kind of return, and what listens to all kinds, at start. */
@Injectable()
export class ReturnKinds {
  private readonly rules = new Map<ReturnKind, ReturnKindRules>();
  private readonly listening: ReturnListener[] = [];

  register(rules: ReturnKindRules): void {
    this.rules.set(rules.kind, rules);
  }

  listen(listener: ReturnListener): void {
    this.listening.push(listener);
  }

  get listeners(): readonly ReturnListener[] {
    return this.listening;
  }

  /** What the contexts know on `day` of the projects that `scope` held then, for the reader. */
  async knownOn(manager: EntityManager, day: PlainDate, scope: readonly string[]): Promise<KnownAmounts> {
    const known: KnownAmounts = {};
    for (const rules of this.rules.values()) Object.assign(known, await rules.known?.(manager, day, scope));
    return known;
  }

  /** The rules of those kinds that some context takes up, in the order in which they must be committed: plans first. */
  of(kinds: readonly ReturnKind[]): ReturnKindRules[] {
    const wanted = new Set(kinds);
    return [...this.rules.values()]
      .filter((rules) => wanted.has(rules.kind))
      .sort((a, b) => Number(b.kind === 'plan') - Number(a.kind === 'plan'));
  }
}
