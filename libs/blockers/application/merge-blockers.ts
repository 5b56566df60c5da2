import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { isBlank } from '../domain/reported-texts';
import { canonicalOf, lockBlockers } from '../persistence/blocker-identity';
import { insertMerger } from '../persistence/blocker-ledger';
import { RebuildBlockers } from './derived-blockers';
import { problems } from './problems';
import { FindBlocker } from './view-blockers';

/** Two blockers that were worded differently and are one: people say so, and can take it back. */
@Injectable()
export class MergeBlockers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: FindBlocker,
    private readonly rebuilding: RebuildBlockers,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * `id` goes on as `into`: what was reported and done of it counts there, and its words name that one from now on. Merging them again is no
   * error. Throws BLOCKER-NOT-FOUND, NOT-YOURS-TO-ACT, BLOCKER-ITSELF, TEXT-BLANK and BLOCKERS-OF-TWO-PROJECTS.
   */
  async merge(actor: Actor, id: string, into: string, reason: string): Promise<void> {
    if (id === into) throw problems.blockerItself();
    await this.dataSource.transaction(async (manager) => {
      // In one order, so that two mergers wait for each other and none closes a circle.
      await lockBlockers(manager, [await canonicalOf(manager, id), await canonicalOf(manager, into)]);
      const merged = await this.blockers.findOwn(actor, id, manager);
      const goesOn = await this.blockers.findOwn(actor, into, manager);
      if (merged.id === goesOn.id) return;
      if (merged.projectId !== goesOn.projectId) throw problems.blockersOfTwoProjects();
      await this.record(manager, actor, merged.id, goesOn.id, reason);
      await this.rebuilding.of(manager, [merged.id, goesOn.id]);
    });
  }

  /** A merged one is a blocker of its own again. Repeating it is no error. Throws BLOCKER-NOT-FOUND and NOT-YOURS-TO-ACT. */
  async separate(actor: Actor, id: string, reason: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { id: goesOn } = await this.blockers.findOwn(actor, id, manager, true);
      if (goesOn === id) return;
      await this.record(manager, actor, id, null, reason);
      // What had been merged into it before goes with it.
      await this.rebuilding.of(manager, [id, goesOn]);
    });
  }

  private async record(
    manager: EntityManager,
    actor: Actor,
    id: string,
    into: string | null,
    reason: string,
  ): Promise<void> {
    if (isBlank(reason)) throw problems.textBlank('reason');
    await insertMerger(manager, { id, into, reason, actorId: actor.userId, at: this.clock.now() });
    const type = into === null ? 'separated' : 'merged';
    await this.audit.record(
      manager,
      actor.userId,
      `blocker.${type}`,
      `blocker:${id}`,
      into === null ? {} : { into },
    );
  }
}
