import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, Outbox, Problem, reachPoint, SystemClock } from '@thongvon/platform';
import type { Reading } from '@thongvon/return-reader';
import { isSubmittable } from '../domain/answer';
import { anyTotalFalls, lowersTotal, type TotalChange } from '../domain/consequence';
import { nextStatus, type ReturnStatus } from '../domain/return-status';
import { Return } from '../persistence/entities/return';
import { loadConsequences } from '../persistence/readings';
import { endEffect, lockApprovals, startEffect } from '../persistence/return-rows';
import {
  assertSeen,
  assertSubmittable,
  CheckReturn,
  needsAttention,
  readingOf,
  RecheckReturn,
} from './check-return';
import { type OwnerChanges, type ReturnFacts, ReturnKinds, type StepDone } from './return-kinds';
import { ChangeStatus, FindReturn } from './return-step';
import { SecondPerson } from './second-person';
import { TellSender } from './tell-sender';

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
  const [what, whatEn] = anyTotalFalls(consequences)
    ? ['số đang tính', 'figures that count']
    : ['số của một số dự án', 'what some projects have'];
  return new Problem(
    409,
    'REASON-NEEDED',
    `Duyệt báo cáo này làm giảm ${what}. Hãy xem số trước, số sau, dự án mất hoặc giảm, rồi ghi lý do khi duyệt.`,
    `Approving this return lowers ${whatEn}. Look at before, after and which projects vanish or fall, then give a reason with the approval.`,
    { consequences },
  );
}

/** For the audit trail: the totals, without the projects. */
function inShort({ vanishes, falls, ...total }: TotalChange) {
  return { ...total, vanishes: vanishes.length, falls: falls.length };
}

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
    private readonly sender: TellSender,
  ) {}

  /** Throws FOUR-EYES. Who sent a return that counted until now gets a mail. */
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
      if (wasEffective) await this.sender.reverted(manager, actor, found, { reason, reinstated });
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
