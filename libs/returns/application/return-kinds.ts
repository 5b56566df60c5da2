import { Injectable } from '@nestjs/common';
import type { ReturnKind } from '@thongvon/reading';
import type { ReturnKindRules } from './return-kind-rules';

/** Where each context registers its kind of return at start. */
@Injectable()
export class ReturnKinds {
  private readonly rules = new Map<ReturnKind, ReturnKindRules>();

  register(rules: ReturnKindRules): void {
    this.rules.set(rules.kind, rules);
  }

  /** The rules of those kinds that some context takes up, in the order in which they must be committed: plans first. */
  of(kinds: readonly ReturnKind[]): ReturnKindRules[] {
    const wanted = new Set(kinds);
    return [...this.rules.values()]
      .filter((rules) => wanted.has(rules.kind))
      .sort((a, b) => Number(b.kind === 'plan') - Number(a.kind === 'plan'));
  }

  all(): ReturnKindRules[] {
    return [...this.rules.values()];
  }
}
