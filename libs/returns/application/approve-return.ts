import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, Outbox, Problem, reachPoint, SystemClock } from '@thongvon/platform';
import type { Reading } from '@thongvon/return-reader';
import { isSubmittable } from '../domain/answer';
import { lowersTotal, type TotalChange } from '../domain/consequence';
import { type OwnerChanges, type ReturnFacts, ReturnKinds, type StepDone } from './return-kinds';
import type { ReturnStatus } from '../domain/return-status';
import { endEffect, lockApprovals, startEffect } from '../persistence/return-rows';
import { loadConsequences } from '../persistence/readings';
import { Return } from '../persistence/entities/return';
import { ChangeStatus, FindReturn } from './return-step';
import {
  assertSeen,
  assertSubmittable,
  CheckReturn,
  needsAttention,
  readingOf,
  RecheckReturn,
} from './check-return';
import { SecondPerson } from './second-person';

const DONE: readonly ReturnStatus[] = ['approved', 'superseded'];

/**
 * The finance office lets a return count: ledger entries, the end of what it replaces and the wish to recompute are
 * one transaction, so that a figure is always on exactly one side.
 */
@Injectable()
export class ApproveReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly rechecking: RecheckReturn,
    private readonly checking: CheckReturn,
    private readonly kinds: ReturnKinds,
    private readonly second: SecondPerson,
    private readonly states: ChangeStatus,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws FOUR-EYES, REASON-NEEDED, and what submission throws. */
  async approve(
    actor: Actor,
    id: string,
    { ifMatch, reason }: { readonly ifMatch?: string; readonly reason?: string } = {},
  ): Promise<StepDone> {
    const { status, organizationId } = await this.returns.find(actor, id);
    if (DONE.includes(status)) return { status };
    const rechecked = status === 'submitted' ? await this.rechecking.recheck(id) : undefined;
    const approved = await this.dataSource.transaction(async (manager) => {
      await lockApprovals(manager, organizationId);
      const found = await this.returns.find(actor, id, manager, true);
      if (DONE.includes(found.status)) return { status: found.status };
      if (found.status === 'submitted') await this.second.assertNotOwn(manager, actor, 'approve', found);
      assertSeen(found, ifMatch);
      await assertSubmittable(manager, found);
      const reading = await readingOf(manager, found, rechecked);
      const consequences = await this.consequencesOf(manager, found, reading);
      if (lowersTotal(consequences) && reason === undefined) throw reasonNeeded(consequences);
      const at = this.clock.now();
      const next = await this.states.apply(manager, found, 'approve', {
        actorId: actor.userId,
        ...(reason === undefined ? {} : { data: { reason } }),
        changes: { approvedAt: at, approvedBy: actor.userId },
      });
      const facts = await this.checking.factsOf(manager, found, reading);
      const owners = await this.takeEffect(manager, found, facts, actor.userId, at);
      await this.audit.record(manager, actor.userId, 'return.approve', `return:${id}`, {
        ...(reason === undefined ? {} : { reason }),
        ...(lowersTotal(consequences) ? { lowers: consequences.map(inShort) } : {}),
      });
      await reachPoint('approved');
      return { status: next, owners };
    });
    await reachPoint('figures-committed');
    return approved;
  }

  /**
   * Which totals it lowers, as things stand behind the lock: another approval may have come between the look that was
   * stored and this one. Throws when it now raises questions.
   */
  private async consequencesOf(
    manager: EntityManager,
    found: Return,
    reading: Reading,
  ): Promise<readonly TotalChange[]> {
    if (found.status !== 'submitted') return [];
    if (await this.checking.wouldFindTheSame(manager, found.id)) return loadConsequences(manager, found.id);
    const { findings, preview } = await this.checking.check(manager, found, reading);
    if (!isSubmittable(findings)) throw needsAttention(findings);
    return preview.consequences ?? [];
  }

  private async takeEffect(
    manager: EntityManager,
    found: Return,
    facts: ReturnFacts,
    by: string,
    at: Date,
  ): Promise<OwnerChanges> {
    const rules = this.kinds.of(facts.reading.kinds);
    for (const rule of rules) await rule.commit(manager, facts, at);
    for (const listener of this.kinds.listeners) await listener.commit(manager, facts, at);
    await startEffect(manager, found.id, at);
    const ended: string[] = [];
    for (const rule of rules) {
      for (const earlierId of await rule.superseded(manager, facts)) {
        await this.supersede(manager, earlierId, found.id, at);
        ended.push(earlierId);
      }
    }
    await this.outbox.ask(manager, 'recompute-positions', found.id);
    return this.kinds.settle(manager, { ended, reinstated: [], by, at });
  }

  private async supersede(manager: EntityManager, earlierId: string, byId: string, at: Date): Promise<void> {
    const earlier = await manager.findOne(Return, {
      where: { id: earlierId },
      lock: { mode: 'pessimistic_write' },
    });
    if (earlier?.status !== 'approved') return;
    await this.states.apply(manager, earlier, 'supersede', {
      data: { by: byId },
      changes: { supersededBy: byId },
    });
    await endEffect(manager, earlierId, at);
    await this.outbox.ask(manager, 'recompute-positions', earlierId);
  }
}

/** An approval that lowers a total is never a matter of course (contract, section 3). */
function reasonNeeded(consequences: readonly TotalChange[]): Problem {
  return new Problem(
    409,
    'REASON-NEEDED',
    'Duyệt báo cáo này làm giảm số đang tính. Hãy xem số trước, số sau, dự án mất hoặc giảm, rồi ghi lý do khi duyệt.',
    'Approving this return lowers figures that count. Look at before, after and which projects vanish or fall, then give a reason with the approval.',
    { consequences },
  );
}

/** For the audit trail: the totals, without the projects. */
function inShort({ vanishes, falls, ...total }: TotalChange) {
  return { ...total, vanishes: vanishes.length, falls: falls.length };
}
