import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ReconciliationState } from '@thongvon/api-contract';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, listPage, type ListPage, SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import {
  insertReconciliationNote,
  reconciliationList,
  type ReconciliationRow,
} from '../../persistence/figures/reconciliation-rows';

export interface ReconciliationFilter {
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  readonly state?: ReconciliationState;
  /** True: only what nobody has explained. */
  readonly open?: boolean;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface Explanation {
  readonly projectId: string;
  readonly planYear: PlanYear;
  readonly source: string | null;
  readonly difference: bigint;
  readonly explanation: string;
}

/**
 * Sets the board's figures next to the Treasury's for the same day: by source where both split a project so, else per
 * project. Both stay what they are; the Treasury prevails where a single figure is needed (domain, section 0, rule 6).
 */
@Injectable()
export class Reconcile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** This year's plan only. Largest difference first. */
  rows(
    actor: Actor,
    filter: ReconciliationFilter,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListPage<ReconciliationRow>> {
    const { limit, cursor, ...asked } = filter;
    return listPage<ReconciliationRow>(manager, reconciliationList(actor, asked), { limit, cursor });
  }

  /**
   * Closes a difference, or what only one side has reported, with its explanation. It opens again by itself when that changes.
   * Throws PROJECT-NOT-FOUND.
   */
  async explain(
    actor: Actor,
    { projectId, planYear, source, difference, explanation }: Explanation,
  ): Promise<void> {
    await this.projects.get(actor, projectId);
    await this.dataSource.transaction(async (manager) => {
      const note = { projectId, planYear, source, difference, explanation };
      await insertReconciliationNote(manager, { ...note, authorId: actor.userId, at: this.clock.now() });
      await this.audit.record(manager, actor.userId, 'reconciliation.explain', `project:${projectId}`, {
        planYear,
      });
    });
  }
}
