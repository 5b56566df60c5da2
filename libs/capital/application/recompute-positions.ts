import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { analyzeTables } from '@thongvon/platform';
import {
  firstChanged,
  lockPlannedProjects,
  lockPositions,
  lockReportedProjects,
  replaceFigurePositions,
  replacePlanPositions,
} from '../persistence/positions';

/** Derives from the ledgers what is in force, for the projects that a return touches: they are locked, so that two at once agree. */
@Injectable()
export class RecomputePositions {
  /** The plan in force, of the projects of which the return has entries. */
  async planOf(manager: EntityManager, returnId: string): Promise<void> {
    const projectIds = await lockPlannedProjects(manager, returnId);
    if (projectIds.length === 0) return;
    await replacePlanPositions(manager, projectIds);
    await analyzeTables(manager, projectIds.length, ['capital.plan_position']);
  }

  /** The figures in force, of the projects of which the return has figures. */
  async figuresOf(manager: EntityManager, returnId: string): Promise<void> {
    const projectIds = await lockReportedProjects(manager, returnId);
    if (projectIds.length === 0) return;
    await replaceFigurePositions(manager, { projectIds, since: await firstChanged(manager, returnId) });
    await analyzeTables(manager, projectIds.length, ['capital.disbursement_position']);
  }
}

/** Derives everything anew from the ledgers. Must give what the step-by-step recomputation gave, to the đồng. */
@Injectable()
export class RebuildPositions {
  constructor(private readonly dataSource: DataSource) {}

  /** In one transaction, which others that derive wait for. */
  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockPositions(manager);
      await replacePlanPositions(manager, null);
      await replaceFigurePositions(manager, { projectIds: null, since: null });
    });
  }
}
