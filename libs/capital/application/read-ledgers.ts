import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage, prepared, together } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import {
  type ProjectCourse,
  projectCourse,
  type TracedFigure,
  tracedFigures,
  type TracedPlan,
  tracedPlans,
} from '../persistence/figures/traced-rows';
import {
  allocationList,
  decisionList,
  type ListedAllocation,
  type ListedDecision,
} from '../persistence/plan/ledger-lists';

export interface Provenance extends ProjectCourse {
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string };
  readonly figures: readonly TracedFigure[];
  readonly plans: readonly TracedPlan[];
}

/** Where the numbers of a project come from: every figure and assignment of a plan year with its return, cell and people. */
@Injectable()
export class TraceFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
  ) {}

  /** The project's year as it is in force: plan steps, figures by date, oldest first. Throws PROJECT-NOT-FOUND. */
  async course(
    manager: EntityManager,
    actor: Actor,
    { projectId, planYear, asOf }: { projectId: string; planYear: PlanYear; asOf: PlainDate },
  ): Promise<ProjectCourse> {
    const [course] = await together(manager, (all) =>
      Promise.all([
        projectCourse(all, { projectId, planYear, asOf }),
        this.projects.get(actor, projectId, all),
      ]),
    );
    return course;
  }

  /** `asOf` decides what is in force. Newest first. Throws PROJECT-NOT-FOUND. */
  async trace(actor: Actor, projectId: string, planYear: PlanYear, asOf: PlainDate): Promise<Provenance> {
    const asked = { projectId, planYear, asOf };
    const [{ id, code, name }, course, figures, plans] = await together(
      prepared(this.dataSource.manager),
      (all) =>
        Promise.all([
          this.projects.get(actor, projectId, all),
          projectCourse(all, asked),
          tracedFigures(all, asked),
          tracedPlans(all, asked),
        ]),
    );
    return { project: { id, code, name }, figures, plans, ...course };
  }
}

interface Page {
  readonly limit: number;
  readonly cursor?: string;
  readonly planYear?: PlanYear;
}

export interface DecisionFilter extends Page {
  readonly q?: string;
}

export interface AllocationFilter extends Page {
  readonly projectId?: string;
  readonly decisionId?: string;
  readonly q?: string;
}

/** The plan ledger as it was written: decisions and their entries. */
@Injectable()
export class ListLedger {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest decision first. */
  decisions(actor: Actor, { limit, cursor, ...asked }: DecisionFilter): Promise<ListPage<ListedDecision>> {
    return listPage<ListedDecision>(this.dataSource.manager, decisionList(actor, asked), { limit, cursor });
  }

  /**
   * In the order in which they were written: of what the actor's offices held on the entry's day; of one project that is theirs now,
   * also what was planned before it was.
   */
  allocations(actor: Actor, filter: AllocationFilter): Promise<ListPage<ListedAllocation>> {
    const { limit, cursor, ...asked } = filter;
    return listPage<ListedAllocation>(this.dataSource.manager, allocationList(actor, asked), {
      limit,
      cursor,
    });
  }
}
