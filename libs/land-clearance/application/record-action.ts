import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import type { BlockerFields, Done } from '../domain/blocker-event';
import { proofInWords } from '../domain/proof';
import { problems } from './problems';
import { Proofs, type GivenProof } from './proofs';
import { RebuildClearance } from './rebuild-clearance';

export interface Action {
  readonly type: Done['type'];
  /** When it was done; without it, today. */
  readonly on?: PlainDate;
  readonly text?: string;
  readonly evidence?: string;
  readonly proof?: GivenProof;
  readonly changes?: BlockerFields;
}

/** Writes what a person did about a blocker into its history and derives how it stands; the only place that does. */
@Injectable()
export class RecordAction {
  constructor(
    private readonly clock: SystemClock,
    private readonly rebuilding: RebuildClearance,
    private readonly proofs: Proofs,
    private readonly audit: Audit,
  ) {}

  /** Runs in the transaction of `manager`. Throws DATE-IN-FUTURE, PROOF-INCOMPLETE and PROOF-UNKNOWN. */
  async record(
    manager: EntityManager,
    actor: Actor,
    { id: blockerId, projectId }: { readonly id: string; readonly projectId: string },
    action: Action,
  ): Promise<void> {
    const now = this.clock.now();
    const today = businessDate(now);
    const on = action.on ?? today;
    if (on > today) throw problems.dateInFuture('on');
    const proof = action.proof && (await this.proofs.resolve(manager, actor, projectId, action.proof));
    await manager.query(
      `INSERT INTO blockers.blocker_action (blocker_id, type, on_date, recorded_at, actor_id, text, evidence, proof, changes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        blockerId,
        action.type,
        on,
        now,
        actor.userId,
        action.text ?? null,
        action.evidence ?? (proof ? proofInWords(proof) : null),
        proof ? JSON.stringify(proof) : null,
        JSON.stringify(action.changes ?? {}),
      ],
    );
    await this.rebuilding.blockers(manager, [blockerId]);
    // Texts may name people: the trail keeps which fields were set, not what they say.
    await this.audit.record(manager, actor.userId, `blocker.${action.type}`, `blocker:${blockerId}`, {
      fields: Object.keys(action.changes ?? {}),
    });
  }
}
