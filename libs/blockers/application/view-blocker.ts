import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BlockerDetailView, BlockerEventView } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import type { BlockersQuery } from '../domain/capital-held';
import { blockerRows, blockersOn, toBlockerView } from '../persistence/blockers-sql';
import {
  canonicalOf,
  type FoundBlocker,
  foundBlocker,
  lockBlockers,
  mergedInto,
} from '../persistence/blocker-identity';
import { reportedAndDone } from '../persistence/blocker-rows';
import { problems } from './problems';

/** Shows one blocker with its whole history. */
@Injectable()
export class ViewBlocker {
  constructor(private readonly dataSource: DataSource) {}

  /** As it stands on the day asked for; of a merged one, the one that goes on for it. Throws BLOCKER-NOT-FOUND, also for a day before it began. */
  async view(actor: Actor, asked: string, query: BlockersQuery): Promise<BlockerDetailView> {
    const id = await canonicalOf(this.dataSource.manager, asked);
    const { from, where } = blockersOn(actor, query, 'of-few');
    where.and((value) => `b.blocker_id = ${value}`, id);
    const [row] = await blockerRows(this.dataSource.manager, { from, where });
    if (!row) throw problems.blockerUnknown();
    return {
      ...toBlockerView(row, query),
      merged: await mergedInto(this.dataSource.manager, id),
      history: await this.history(id),
    };
  }

  private async history(id: string): Promise<BlockerEventView[]> {
    const events = await reportedAndDone(this.dataSource.manager, { blockerId: id });
    return events.map(({ blockerId: _, ...event }) => event);
  }
}

/** Finds a blocker that the actor may see; what lies outside doesn't exist for them. */
@Injectable()
export class FindBlocker {
  constructor(private readonly dataSource: DataSource) {}

  /** A merged one is the one that goes on for it. Throws BLOCKER-NOT-FOUND, also for one that only returns opened that no longer count. With `lock`, actions wait for each other. */
  async find(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<FoundBlocker> {
    const canonicalId = await canonicalOf(manager, id);
    // First wait, then look: an action that was being done meanwhile must be seen.
    if (lock) {
      await lockBlockers(manager, [canonicalId]);
      if ((await canonicalOf(manager, id)) !== canonicalId) return this.find(actor, id, manager, lock);
    }
    const found = await foundBlocker(manager, actor, canonicalId);
    if (!found) throw problems.blockerUnknown();
    return found;
  }
}
