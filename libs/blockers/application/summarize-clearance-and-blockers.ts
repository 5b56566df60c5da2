import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ClearanceSummaryView } from '@thongvon/api-contract';
import { currentPlanYear, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SummarizeBlockers } from './summarize-blockers';
import { SummarizeClearance } from '@thongvon/land-clearance';

/** Land clearance of all projects in sight, and what stands in its way. */
@Injectable()
export class SummarizeClearanceAndBlockers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clearance: SummarizeClearance,
    private readonly blockers: SummarizeBlockers,
  ) {}

  /** All reads see one state of the database. */
  execute(actor: Actor, asOf: PlainDate): Promise<ClearanceSummaryView> {
    const held = { asOf, planYear: currentPlanYear(asOf), denominator: 'current-year-plan' } as const;
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => ({
      ...(await this.clearance.summarize(manager, actor, asOf)),
      blockers: await this.blockers.total(actor, held, manager),
    }));
  }
}
