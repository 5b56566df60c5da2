import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';
import type { Return } from '../persistence/entities/return';
import { ReturnEvents } from '../persistence/return-rows';
import { ReadAnew } from './answer-return';
import { assertOwn, ChangeStatus, FindReturn } from './return-step';

/** The sender takes back what isn't approved yet, or gives up what wasn't handed in; neither is final (ADR 0209). */
@Injectable()
export class GiveUpReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly events: ReturnEvents,
    private readonly audit: Audit,
  ) {}

  /**
   * What was handed in is ready again; repeating that is no error. What never was handed in is given up, as callers from
   * before there was `discard` expect.
   */
  withdraw(actor: Actor, id: string): Promise<ReturnStatus> {
    return this.locked(actor, id, async (manager, found) => {
      if (found.status === 'submitted') {
        await this.audit.record(manager, actor.userId, 'return.withdraw', `return:${id}`);
        return this.states.apply(manager, found, 'withdraw', {
          actorId: actor.userId,
          changes: { submittedAt: null },
        });
      }
      const before = await this.events.last(manager, id, 'withdraw');
      return before === undefined ? this.giveUp(manager, actor, found) : found.status;
    });
  }

  /** Gives up a return that isn't with the finance office. Repeating it is no error. */
  discard(actor: Actor, id: string): Promise<ReturnStatus> {
    return this.locked(actor, id, (manager, found) => this.giveUp(manager, actor, found));
  }

  private async giveUp(manager: EntityManager, actor: Actor, found: Return): Promise<ReturnStatus> {
    if (found.status === 'withdrawn') return found.status;
    await this.audit.record(manager, actor.userId, 'return.discard', `return:${found.id}`);
    return this.states.apply(manager, found, 'discard', { actorId: actor.userId });
  }

  private locked(
    actor: Actor,
    id: string,
    act: (manager: EntityManager, found: Return) => Promise<ReturnStatus>,
  ): Promise<ReturnStatus> {
    return this.dataSource.transaction(async (manager) =>
      act(manager, assertOwn(actor, await this.returns.find(actor, id, manager, true))),
    );
  }
}

/** Takes up again what was given up, with its answers: its workbook is read again, since ledgers may have changed. */
@Injectable()
export class RestoreReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly events: ReturnEvents,
    private readonly readAnew: ReadAnew,
  ) {}

  /** Repeating it is no error. Throws RETURN-RECEIVED-AGAIN where the same file has been sent anew since. */
  async restore(actor: Actor, id: string): Promise<ReturnStatus> {
    const { status } = assertOwn(actor, await this.returns.find(actor, id));
    const isDone =
      status !== 'withdrawn' &&
      (await this.events.last(this.dataSource.manager, id, 'restore')) !== undefined;
    return isDone
      ? status
      : this.readAnew.execute(actor, id, 'restore', () => ({ changes: { submittedAt: null } }));
  }
}
