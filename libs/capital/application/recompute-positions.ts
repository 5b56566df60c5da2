import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { analyzeTables, analyzeUnknown, Outbox, withKeptPlans } from '@thongvon/platform';
import { changeCourses, rebuildCourses } from '../persistence/figures/stored-courses';
import { rebuildStandings, replaceStandings, type Touched } from '../persistence/figures/stored-standings';
import { rebuildSums, replaceSums, storeWaiting } from '../persistence/figures/stored-sums';
import {
  changeOf,
  lockPlannedProjects,
  lockPositions,
  lockReportedProjects,
  plannedYearsOf,
  replaceFigurePositions,
  replacePlanPositions,
} from '../persistence/positions';

/** With the columns that it is looked up by. */
const STANDINGS = 'capital.project_standing (project_id, plan_year, basis, source_code, counted, as_of)';

/** Derives from the ledgers what is in force, for the projects that a return touches: they are locked, so that two at once agree. */
@Injectable()
export class RecomputePositions {
  constructor(private readonly outbox: Outbox) {}

  /** The plan in force, of the projects of which the return has entries. */
  async planOf(manager: EntityManager, returnId: string): Promise<void> {
    const projectIds = await lockPlannedProjects(manager, returnId);
    if (projectIds.length === 0) return;
    const planYears = await plannedYearsOf(manager, returnId);
    await withKeptPlans(manager, projectIds.length, async (kept) => {
      await replacePlanPositions(kept, projectIds);
      await analyzeTables(kept, projectIds.length, ['capital.plan_position']);
      await replaceStandings(kept, { projectIds, planYears });
      await analyzeUnknown(kept, projectIds.length, [STANDINGS]);
      await this.sum(kept, { projectIds, planYears });
      await changeCourses(kept, { projectIds, since: null }, []);
      await analyzeUnknown(kept, projectIds.length, ['capital.project_course']);
    });
  }

  /** The figures in force, of the projects of which the return has figures. */
  async figuresOf(manager: EntityManager, returnId: string): Promise<void> {
    const projectIds = await lockReportedProjects(manager, returnId);
    if (projectIds.length === 0) return;
    await withKeptPlans(manager, projectIds.length, async (kept) => {
      const { since, planYears } = await changeOf(kept, returnId, projectIds);
      const steps = await replaceFigurePositions(kept, { projectIds, since });
      await analyzeTables(kept, projectIds.length, ['capital.disbursement_position']);
      await replaceStandings(kept, { projectIds, planYears });
      await analyzeUnknown(kept, projectIds.length, [STANDINGS]);
      await this.sum(kept, { projectIds, planYears });
      await changeCourses(kept, { projectIds, since }, steps);
    });
  }

  /** Sums of large offices that a return says little of are stored after it, by the job `store-sums`. */
  private async sum(manager: EntityManager, touched: Touched): Promise<void> {
    const isLeft = await replaceSums(manager, touched);
    if (isLeft) await this.outbox.ask(manager, 'store-sums', randomUUID());
  }
}

/** Stores the sums of offices for which a recomputation had no time. */
@Injectable()
export class StoreSums {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** One office at a time, for the wish on `subject`. Of offices that are locked meanwhile whoever has them asks again. */
  async store(subject: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.outbox.done(manager, 'store-sums', subject);
      if (await storeWaiting(manager)) await this.outbox.ask(manager, 'store-sums', randomUUID());
    });
  }
}

/** Derives everything anew from the ledgers. Must give what the step-by-step recomputation gave, to the đồng. */
@Injectable()
export class RebuildPositions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** How all projects stand and what offices have disbursed, for the wish on `subject`: until then questions derive it. */
  async storeStandings(subject: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.outbox.done(manager, 'store-standings', subject);
      await lockPositions(manager);
      await rebuildStandings(manager);
      await rebuildSums(manager);
      await rebuildCourses(manager);
    });
  }

  /** In one transaction, which others that derive wait for. */
  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockPositions(manager);
      await replacePlanPositions(manager, null);
      await replaceFigurePositions(manager, null);
      // All of it is new to the planner.
      await analyzeTables(manager, Infinity, ['capital.plan_position', 'capital.disbursement_position']);
      await rebuildStandings(manager);
      await rebuildSums(manager);
      await rebuildCourses(manager);
    });
  }
}
