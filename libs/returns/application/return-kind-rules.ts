import type { EntityManager } from 'typeorm';
import type { Role } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { ReadingOptions, ReturnKind } from '@thongvon/return-reader';
import type { CheckOutcome, ReturnFacts } from '../domain/return-facts';

/** Whole đồng by project code: this year's plan, and what was disbursed of it. */
export type KnownAmounts = NonNullable<ReadingOptions['known']>;

/**
 * What a context does with its kind of return. `returns` knows no kind: each registers itself with ReturnKinds.
 */
export interface ReturnKindRules {
  readonly kind: ReturnKind;
  /** Who may send this kind. */
  readonly senders: readonly Role[];
  /**
   * What counts on `day`, of projects that `scope` held then: a table of any kind whose amounts are a hundred times as
   * large or as small is in another unit than it says. Nothing is reported of others' projects (contract, section 3, "Whose").
   */
  known?(manager: EntityManager, day: PlainDate, scope: readonly string[]): Promise<KnownAmounts>;
  /** Holds the reading against the register, the ledgers and earlier returns. Writes nothing. */
  check(manager: EntityManager, facts: ReturnFacts): Promise<CheckOutcome>;
  /** Writes what the return says into the ledgers, in the approval's transaction. */
  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void>;
  /** Other effective returns that this one replaces wholly; their effect ends in the same transaction. */
  superseded(manager: EntityManager, facts: ReturnFacts): Promise<string[]>;
  /** Brings what is derived from the ledgers up to date for all that a return touches. Safe to run twice. */
  recompute(manager: EntityManager, returnId: string): Promise<void>;
}
