import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, Outbox } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';
import { receivedAgain } from '../messages/received-again';
import { ChangeStatus } from './change-status';
import { FindReturn } from './find-return';
import { assertOwn } from './own-return';

/** Has a workbook read again as it is: words may have been added since, or the machine was too busy to read it in time. */
@Injectable()
export class ReadAgain {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Throws RETURN-STATE once it has been handed in, and RETURN-RECEIVED-AGAIN. */
  async run(actor: Actor, id: string): Promise<ReturnStatus> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
        await this.outbox.ask(manager, 'read-return', id);
        await this.audit.record(manager, actor.userId, 'return.read-again', `return:${id}`);
        return this.states.apply(manager, found, 'read-again', {
          actorId: actor.userId,
          changes: { version: found.version + 1 },
        });
      });
    } catch (error) {
      // The same bytes were sent anew since this return failed; only one of the two may live.
      if (isUniqueViolation(error, 'return_same_bytes')) throw receivedAgain();
      throw error;
    }
  }
}
