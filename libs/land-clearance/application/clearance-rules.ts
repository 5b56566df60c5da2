import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReturnKinds, type CheckOutcome, type ReturnFacts, type ReturnKindRules } from '@thongvon/returns';
import { CheckProgress } from './check-progress';
import { CommitProgress } from './commit-progress';
import { RebuildClearance } from './rebuild-clearance';

/** Land-clearance progress as a kind of return. */
@Injectable()
export class ClearanceRules implements ReturnKindRules, OnModuleInit {
  readonly kind = 'land-clearance';
  readonly senders = ['reporter', 'finance-officer', 'finance-head'] as const;

  constructor(
    private readonly kinds: ReturnKinds,
    private readonly checking: CheckProgress,
    private readonly committing: CommitProgress,
    private readonly rebuilding: RebuildClearance,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async check(manager: EntityManager, facts: ReturnFacts): Promise<CheckOutcome> {
    return this.checking.check(manager, facts, await this.superseded(manager, facts));
  }

  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void> {
    return this.committing.commit(manager, facts, approvedAt);
  }

  /** A full return replaces an earlier one of the same office and date that holds nothing else. */
  async superseded(manager: EntityManager, { id, organizationId, reading }: ReturnFacts): Promise<string[]> {
    if (reading.coverage !== 'full') return [];
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM returns.return_ref AS return
       WHERE organization_id = $1 AND status = 'approved' AND id <> $2 AND as_of = $3 AND $4 = ANY(kinds) AND kinds <@ $5`,
      [organizationId, id, reading.asOf, this.kind, reading.kinds],
    );
    return rows.map((row) => row.id);
  }

  recompute(manager: EntityManager, returnId: string): Promise<void> {
    return this.rebuilding.progressOf(manager, returnId);
  }
}
