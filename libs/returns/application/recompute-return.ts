import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Outbox, reachPoint } from '@thongvon/platform';
import { Return } from '../persistence/return.entity';
import { ReturnKinds } from './return-kinds';

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
