import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type {
  FrozenBlocker,
  FrozenOrganization,
  FrozenProject,
  FrozenRollup,
  FrozenWeek,
  FrozenWeekRef,
} from '../domain/frozen-week';
import {
  blockerRows,
  findSnapshot,
  organizationRows,
  projectRows,
  rollupRows,
} from '../persistence/snapshot-rows';

/** Reads frozen weeks. What it gives never changes; a correction is another revision. */
@Injectable()
export class Snapshots {
  constructor(private readonly dataSource: DataSource) {}

  /** The week whose cut-off is on `week`, in this revision or the latest; undefined when it isn't frozen. */
  find(
    week: PlainDate,
    revision?: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrozenWeekRef | undefined> {
    return revision === undefined
      ? findSnapshot(manager, 's.week = $1', [week])
      : findSnapshot(manager, 's.week = $1 AND s.revision = $2', [week, revision]);
  }

  /** The latest revision of the latest frozen week before that of `week`. */
  latestBefore(
    week: PlainDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrozenWeekRef | undefined> {
    return findSnapshot(manager, 's.week < $1', [week]);
  }

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<FrozenWeekRef | undefined> {
    return findSnapshot(manager, 's.id = $1', [id]);
  }

  /** A week with its rows, of these organisations or of all; undefined when it isn't frozen. */
  async week(
    week: PlainDate,
    revision?: number,
    scope: readonly string[] | null = null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrozenWeek | undefined> {
    const ref = await this.find(week, revision, manager);
    return ref && this.load(ref, scope, manager);
  }

  /** Its projects with their lines. */
  projects(ref: FrozenWeekRef, manager: EntityManager = this.dataSource.manager): Promise<FrozenProject[]> {
    return projectRows(manager, ref.id, null);
  }

  organizations(
    ref: FrozenWeekRef,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrozenOrganization[]> {
    return organizationRows(manager, ref.id, null);
  }

  /** Blockers that were open. */
  blockers(ref: FrozenWeekRef, manager: EntityManager = this.dataSource.manager): Promise<FrozenBlocker[]> {
    return blockerRows(manager, ref, null);
  }

  /** Each holder's sums of this year's plan: those of its planned projects, and of those without a plan. */
  totals(ref: FrozenWeekRef, manager: EntityManager = this.dataSource.manager): Promise<FrozenRollup[]> {
    const ofThisYearsPlan = `denominator = 'current-year-plan' AND dimension IN ('total', 'unplanned')`;
    return rollupRows(manager, ref.id, null, ofThisYearsPlan);
  }

  /** All rows of a frozen week, of these organisations (`scope`) or of all (null). */
  async load(
    ref: FrozenWeekRef,
    scope: readonly string[] | null = null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrozenWeek> {
    return {
      ...ref,
      projects: await projectRows(manager, ref.id, scope),
      organizations: await organizationRows(manager, ref.id, scope),
      blockers: await blockerRows(manager, ref, scope),
      rollups: await rollupRows(manager, ref.id, scope),
    };
  }
}
