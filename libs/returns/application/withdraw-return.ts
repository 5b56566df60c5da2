import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';
import { ChangeStatus } from './change-status';
import { FindReturn } from './find-return';
import { assertOwn } from './own-return';

/** The sender takes a return back that isn't approved yet. */
@Injectable()
export class WithdrawReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly audit: Audit,
  ) {}

  withdraw(actor: Actor, id: string): Promise<ReturnStatus> {
    return this.dataSource.transaction(async (manager) => {
      const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
      if (found.status === 'withdrawn') return found.status;
      await this.audit.record(manager, actor.userId, 'return.withdraw', `return:${id}`);
      return this.states.apply(manager, found, 'withdraw', { actorId: actor.userId });
    });
  }
}
