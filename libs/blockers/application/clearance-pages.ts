import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BlockerGrouping } from '@thongvon/api-contract';
import { addDays, currentPlanYear, type PlainDate } from '@thongvon/kernel';
import {
  type ClearanceMoney,
  type ClearanceSums,
  type ProjectProgress,
  ProjectSteps,
  type SteppedClock,
  SummarizeClearance,
  ViewClearanceMoney,
  ViewProjectProgress,
} from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { type ClosingItem, ClosingItems } from '@thongvon/works-contracts';
import type { HistoryEntry } from '../domain/blocker-history';
import type { BlockerOnDay } from '../domain/blocker-on-day';
import type { BlockersQuery, HeldGroup, HeldTotal } from '../domain/capital-held';
import { reportedAndDone } from '../persistence/blocker-ledger';
import { type ProjectRemark, Remarks } from './remarks';
import { type HeldPoint, SummarizeBlockers } from './summarize-blockers';
import { ListBlockers } from './view-blockers';

/** Land clearance of all projects in sight, and what their open blockers hold. */
export interface ClearanceAndBlockers extends ClearanceSums {
  readonly blockers: HeldTotal;
}

/** Land clearance of all projects in sight, and what stands in its way. */
@Injectable()
export class SummarizeClearanceAndBlockers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clearance: SummarizeClearance,
    private readonly blockers: SummarizeBlockers,
  ) {}

  /** All reads see one state of the database. */
  execute(actor: Actor, asOf: PlainDate): Promise<ClearanceAndBlockers> {
    const held = { asOf, planYear: currentPlanYear(asOf), denominator: 'current-year-plan' } as const;
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => ({
      ...(await this.clearance.summarize(manager, actor, asOf)),
      blockers: await this.blockers.total(actor, held, manager),
    }));
  }
}

/** More than any project has; the page shows all of them. */
const ALL = 500;

/** How far a project's land is cleared, its blockers (open ones first, then by due date), and what they hold. */
export interface ProjectClearanceAndBlockers extends ProjectProgress {
  readonly blockers: readonly BlockerOnDay[];
  readonly held: HeldTotal;
}

/** A project's clearance and what stands in its way. */
@Injectable()
export class ViewProjectClearance {
  constructor(
    private readonly progress: ViewProjectProgress,
    private readonly blockers: ListBlockers,
    private readonly held: SummarizeBlockers,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, query: BlockersQuery): Promise<ProjectClearanceAndBlockers> {
    const progress = await this.progress.view(actor, projectId, query.asOf);
    const ofProject = { ...query, projectId, limit: ALL };
    const open = await this.blockers.list(actor, { ...ofProject, state: 'open' });
    const closed = await this.blockers.list(actor, { ...ofProject, state: 'closed' });
    return {
      ...progress,
      blockers: [...open.items, ...closed.items],
      held: await this.held.total(actor, { ...query, projectId }),
    };
  }
}

/** All that is known of a project's land clearance on a day. */
export interface ProjectPage extends ProjectClearanceAndBlockers {
  readonly remarks: readonly ProjectRemark[];
  /** Of all its blockers, newest first. */
  readonly actions: readonly HistoryEntry[];
  /** Capital held on the day and in the weeks before. */
  readonly heldSeries: readonly HeldPoint[];
  readonly heldByCause: readonly HeldGroup[];
  readonly heldByUnit: readonly HeldGroup[];
  /** Of the whole project, in their order. */
  readonly steps: readonly SteppedClock[];
  readonly money: ClearanceMoney;
  /** What it still owes, longest first. */
  readonly closing: readonly ClosingItem[];
}

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
  async view(actor: Actor, projectId: string, query: BlockersQuery): Promise<ProjectPage> {
    const { asOf, figuresAsOf: _, ...plan } = query;
    const clearance = await this.clearance.view(actor, projectId, query);
    const reported = await reportedAndDone(this.dataSource.manager, { projectId, until: asOf });
    const grouped = async (groupBy: BlockerGrouping): Promise<readonly HeldGroup[]> =>
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
