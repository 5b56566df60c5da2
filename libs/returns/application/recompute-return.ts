import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Outbox, reachPoint } from '@thongvon/platform';
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
      for (const rules of this.kinds.all()) await rules.recompute(manager, returnId);
      await this.outbox.done(manager, JOB, returnId);
    });
    await reachPoint('recomputed');
  }
}
