import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage } from '@thongvon/platform';
import {
  allocationList,
  decisionList,
  type ListedAllocation,
  type ListedDecision,
} from '../../persistence/plan/ledger-lists';

interface Page {
  readonly limit: number;
  readonly cursor?: string;
  readonly planYear?: PlanYear;
}

export interface AllocationFilter extends Page {
  readonly projectId?: string;
  readonly decisionId?: string;
  readonly q?: string;
}

/** The plan ledger as it was written: decisions and their entries. */
@Injectable()
export class ListLedger {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest decision first. */
  decisions(actor: Actor, { planYear, ...page }: Page): Promise<ListPage<ListedDecision>> {
    return listPage<ListedDecision>(this.dataSource.manager, decisionList(actor, planYear), page);
  }

  /**
   * In the order in which they were written: of what the actor's offices held on the entry's day; of one project that is theirs now,
   * also what was planned before it was.
   */
  allocations(actor: Actor, filter: AllocationFilter): Promise<ListPage<ListedAllocation>> {
    const { limit, cursor, ...asked } = filter;
    return listPage<ListedAllocation>(this.dataSource.manager, allocationList(actor, asked), {
      limit,
      cursor,
    });
  }
}
