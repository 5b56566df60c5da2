import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, Outbox, SystemClock } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';
import { Return } from '../persistence/entities/return';
import { ReturnEvents } from '../persistence/return-rows';
import { asReceivedAgain } from './answer-return';
import { assertSubmittable, RecheckReturn } from './check-return';
import { assertOwn, ChangeStatus, FindReturn, notNow } from './return-step';

/** Which return goes on, and how far it is. */
export interface Replied {
  readonly id: string;
  readonly status: ReturnStatus;
}

/**
 * The sender answers a return that came back: its figures are right. What was sent back is handed in again as it is; what was
 * reverted counts no more, so the same file comes in anew, with its answers, to be looked at and sent (ADR 0210).
 */
@Injectable()
export class ReplyToReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly rechecking: RecheckReturn,
    private readonly states: ChangeStatus,
    private readonly events: ReturnEvents,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws RETURN-STATE where nothing came back, RETURN-NEEDS-ATTENTION, and RETURN-RECEIVED-AGAIN. */
  async reply(actor: Actor, id: string, reply: string): Promise<Replied> {
    const replied = await this.dataSource
      .transaction(async (manager) => {
        const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
        await this.audit.record(manager, actor.userId, 'return.reply', `return:${id}`);
        return found.status === 'reverted'
          ? this.anew(manager, actor, found, reply)
          : this.sendAgain(manager, actor, found, reply);
      })
      .catch(asReceivedAgain);
    // Ledgers may have changed since: what is asked now is its sender's to answer first.
    if (replied.status === 'submitted') await this.rechecking.recheck(replied.id);
    return { ...replied, status: (await this.returns.find(actor, replied.id)).status };
  }

  private async sendAgain(
    manager: EntityManager,
    actor: Actor,
    found: Return,
    reply: string,
  ): Promise<Replied> {
    if (found.status !== 'sent-back') throw notNow(found.status, 'send-again');
    await assertSubmittable(manager, found);
    const status = await this.states.apply(manager, found, 'send-again', {
      actorId: actor.userId,
      data: { reply },
      changes: { submittedAt: this.clock.now(), submittedBy: actor.userId },
    });
    return { id: found.id, status };
  }

  private async anew(manager: EntityManager, actor: Actor, found: Return, reply: string): Promise<Replied> {
    const { organizationId, fileSha256, fileName, requestedKind, requestedCoverage } = found;
    const status = 'received' as const;
    const { id } = await manager.save(Return, {
      ...{ organizationId, fileSha256, fileName, requestedKind, requestedCoverage, status },
      answers: found.answers,
      mapping: found.mapping,
      uploadedBy: actor.userId,
      receivedAt: this.clock.now(),
    });
    await this.events.append(manager, id, {
      type: 'received',
      status,
      actorId: actor.userId,
      data: { reply, again: found.id },
    });
    await this.outbox.ask(manager, 'read-return', id);
    return { id, status };
  }
}
