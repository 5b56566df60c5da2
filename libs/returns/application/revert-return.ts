import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, Outbox, reachPoint, SystemClock } from '@thongvon/platform';
import { nextStatus } from '../domain/return-status';
import { endEffect, startEffect } from '../persistence/return-rows';
import { Return } from '../persistence/entities/return';
import { ChangeStatus, FindReturn } from './return-step';
import { ReturnKinds, type StepDone } from './return-kinds';
import { SecondPerson } from './second-person';

/** Undoes an approval: its figures no longer count, and what it had replaced counts again. Nothing is deleted. */
@Injectable()
export class RevertReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly second: SecondPerson,
    private readonly states: ChangeStatus,
    private readonly kinds: ReturnKinds,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws FOUR-EYES. */
  revert(actor: Actor, id: string, reason: string): Promise<StepDone> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.returns.find(actor, id, manager, true);
      if (found.status === 'reverted') return { status: found.status };
      const { supersededBy } = found;
      if (nextStatus(found.status, 'revert') !== undefined)
        await this.second.assertNotOwn(manager, actor, 'revert', found);
      const wasEffective = found.status === 'approved';
      const next = await this.states.apply(manager, found, 'revert', {
        actorId: actor.userId,
        data: { reason },
        changes: { reason, supersededBy: null, revertedBy: actor.userId },
      });
      const at = this.clock.now();
      if (wasEffective) {
        await endEffect(manager, id, at);
        await this.outbox.ask(manager, 'recompute-positions', id);
      }
      const reinstated = await this.handOn(manager, id, wasEffective ? null : supersededBy, at);
      const owners = wasEffective
        ? await this.kinds.settle(manager, { ended: [id], reinstated, by: actor.userId, at })
        : undefined;
      await this.audit.record(manager, actor.userId, 'return.revert', `return:${id}`);
      return { status: next, ...(owners === undefined ? {} : { owners }) };
    });
  }

  /**
   * What the reverted return had replaced counts again, or stays replaced by what had replaced the reverted one. Which count
   * again.
   */
  private async handOn(
    manager: EntityManager,
    revertedId: string,
    heir: string | null,
    at: Date,
  ): Promise<string[]> {
    const reinstated: string[] = [];
    const replaced = await manager.find(Return, {
      where: { supersededBy: revertedId },
      lock: { mode: 'pessimistic_write' },
    });
    for (const earlier of replaced) {
      if (heir !== null) {
        await manager.update(Return, { id: earlier.id }, { supersededBy: heir });
        continue;
      }
      await this.states.apply(manager, earlier, 'reinstate', { changes: { supersededBy: null } });
      await startEffect(manager, earlier.id, at);
      await this.outbox.ask(manager, 'recompute-positions', earlier.id);
      reinstated.push(earlier.id);
    }
    return reinstated;
  }
}

const JOB = 'recompute-positions';

/** Brings what is derived up to date for all that a return touches; its cost follows the return, not the history. */
@Injectable()
export class RecomputeReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly kinds: ReturnKinds,
    private readonly outbox: Outbox,
  ) {}

  async recompute(returnId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.outbox.done(manager, JOB, returnId);
      const { kinds } = await manager.findOneByOrFail(Return, { id: returnId });
      for (const rules of this.kinds.of(kinds)) await rules.recompute(manager, returnId);
      for (const listener of this.kinds.listeners) await listener.recompute(manager, returnId);
    });
    await reachPoint('recomputed');
  }
}
