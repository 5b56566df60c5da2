import type { EntityManager } from 'typeorm';
import type { Finding } from '@thongvon/return-reader';
import type { PreviewRemark } from '../domain/preview';
import type { ReturnFacts } from '../domain/return-facts';

/** What a listener finds in a return. */
export interface ListenerOutcome {
  readonly findings: readonly Finding[];
  readonly remarks: readonly PreviewRemark[];
}

/**
 * A context that takes something from returns of whatever kind, besides each kind's own rules: what blocks a project,
 * for one, stands in the notes of a disbursement table as well as in a clearance table. It registers with ReturnKinds.
 */
export interface ReturnListener {
  /** What it has to say or ask of the return before that counts, and what its words would change. Writes nothing. */
  check(manager: EntityManager, facts: ReturnFacts): Promise<ListenerOutcome>;
  /** The remarks of a preview as they stand when a person looks at it: what was decided on since changes no version of the return. */
  remarksNow(
    manager: EntityManager,
    returnId: string,
    remarks: readonly PreviewRemark[],
  ): Promise<readonly PreviewRemark[]>;
  /** Writes what it takes, in the approval's transaction, after the kinds have: every project is registered by then. */
  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void>;
  /** Brings what it derives up to date for all that a return touches. Safe to run twice. */
  recompute(manager: EntityManager, returnId: string): Promise<void>;
}
