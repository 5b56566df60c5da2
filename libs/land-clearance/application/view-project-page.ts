import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BlockerGrouping, BlockerGroupView, ProjectClearancePageView } from '@thongvon/api-contract';
import { addDays } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { BlockersQuery } from '../persistence/blockers-sql';
import { reportedAndDone } from '../persistence/reported-and-done';
import { ClosingItems } from './closing-items';
import { ProjectSteps } from './project-steps';
import { Remarks } from './remarks';
import { SummarizeBlockers } from './summarize-blockers';
import { ViewClearanceMoney } from './view-clearance-money';
import { ViewProjectClearance } from './view-project-clearance';

/** More than any project has. */
const ALL = 500;
const ACTIONS_SHOWN = 200;
const WEEKS_BEFORE = 12;

/** All that a project's page shows of its land clearance, in one answer. */
@Injectable()
export class ViewProjectPage {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clearance: ViewProjectClearance,
    private readonly held: SummarizeBlockers,
    private readonly steps: ProjectSteps,
    private readonly money: ViewClearanceMoney,
    private readonly closing: ClosingItems,
    private readonly remarks: Remarks,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, query: BlockersQuery): Promise<ProjectClearancePageView> {
    const { asOf, figuresAsOf: _, ...plan } = query;
    const clearance = await this.clearance.view(actor, projectId, query);
    const reported = await reportedAndDone(this.dataSource.manager, { projectId, until: asOf });
    const grouped = async (groupBy: BlockerGrouping): Promise<readonly BlockerGroupView[]> =>
      (await this.held.summarize(actor, { ...query, projectId, groupBy })).groups;
    return {
      ...clearance,
      remarks: await this.remarks.ofProject(actor, projectId, asOf),
      actions: reported.toReversed().slice(0, ACTIONS_SHOWN),
      heldSeries: await this.held.series(actor, {
        ...plan,
        projectId,
        from: addDays(asOf, -7 * WEEKS_BEFORE),
        to: asOf,
      }),
      heldByCause: await grouped('cause'),
      heldByUnit: await grouped('responsibleUnit'),
      steps: (await this.steps.of(actor, projectId, null, asOf)).steps,
      money: await this.money.view(actor, projectId, asOf),
      closing: (await this.closing.list(actor, { asOf, projectId, limit: ALL })).items,
    };
  }
}
