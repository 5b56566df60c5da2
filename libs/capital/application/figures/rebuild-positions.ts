import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecomputePlan } from '../plan/recompute-plan';
import { RecomputeFigures } from './recompute-figures';

/** Derives everything anew from the ledgers. Must give what the step-by-step recomputation gave, to the đồng. */
@Injectable()
export class RebuildPositions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plan: RecomputePlan,
    private readonly figures: RecomputeFigures,
  ) {}

  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        'LOCK TABLE capital.plan_position, capital.disbursement_position IN SHARE ROW EXCLUSIVE MODE',
      );
      await this.plan.rebuild(manager, null);
      await this.figures.rebuild(manager, { projectIds: null, since: null });
    });
  }
}
