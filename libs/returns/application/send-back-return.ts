import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';
import { ChangeStatus } from './change-status';
import { FindReturn } from './find-return';
import { TellSender } from './tell-sender';

/** The finance office sends a submitted return back, with a reason that the sender can act on and gets by mail. */
@Injectable()
export class SendBackReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly sender: TellSender,
    private readonly audit: Audit,
  ) {}

  sendBack(actor: Actor, id: string, reason: string): Promise<ReturnStatus> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.returns.find(actor, id, manager, true);
      if (found.status === 'sent-back') return found.status;
      await this.audit.record(manager, actor.userId, 'return.send-back', `return:${id}`);
      const next = await this.states.apply(manager, found, 'send-back', {
        actorId: actor.userId,
        data: { reason },
        changes: { reason },
      });
      await this.sender.sentBack(manager, actor, found, reason);
      return next;
    });
  }
}
