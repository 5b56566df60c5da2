import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { dongOf, parsePlainDate, type PlainDate, rateOf } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage, Problem } from '@thongvon/platform';
import type {
  FrozenBlocker,
  FrozenOrganization,
  FrozenProject,
  FrozenRollup,
  FrozenWeek,
  FrozenWeekRef,
  PaceGround,
} from '../domain/frozen-week';
import { weekList, type WeekRow } from '../persistence/frozen-lists';
import { paceGroundRows } from '../persistence/pace-ground-rows';
import {
  blockerRows,
  findSnapshot,
  organizationRows,
  projectRows,
  rollupRows,
  snapshotsBefore,
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
    return findSnapshot(manager, { week, revision });
  }

  /** The latest revision of the latest frozen week before that of `week`. */
  latestBefore(
    week: PlainDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrozenWeekRef | undefined> {
    return findSnapshot(manager, { before: week });
  }

  /** So many weeks, latest first: the one that this one counts its changes from, and the latest revisions of those before. */
  before(ref: FrozenWeekRef, weeks: number, manager: EntityManager): Promise<FrozenWeekRef[]> {
    return snapshotsBefore(manager, ref, weeks);
  }

  /** Undefined when there is none of this id. */
  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<FrozenWeekRef | undefined> {
    return findSnapshot(manager, { id });
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

  /** What the pace of each of its projects is counted from, where an earlier week shows it. */
  paceGrounds(ref: FrozenWeekRef, manager: EntityManager = this.dataSource.manager): Promise<PaceGround[]> {
    return paceGroundRows(manager, ref);
  }

  /** Who owed a return or sent figures, by name. */
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
    return rollupRows(manager, ref.id, null, 'totals-of-this-years-plan');
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

/** Finds the frozen week that a caller names. */
@Injectable()
export class FindFrozen {
  constructor(private readonly snapshots: Snapshots) {}

  /** Throws SNAPSHOT-NOT-FOUND, also for what is no date. */
  async find(week: string, revision?: number, manager?: EntityManager): Promise<FrozenWeekRef> {
    const date = parsePlainDate(week);
    const found = date && (await this.snapshots.find(date, revision, manager));
    if (!found) throw problems.notFrozen();
    return found;
  }

  /** What the week counts its changes from; undefined for the first one, and for one that isn't frozen. */
  async previous(
    week: string,
    revision: number | undefined,
    manager: EntityManager,
  ): Promise<FrozenWeekRef | undefined> {
    const date = parsePlainDate(week);
    return date && findSnapshot(manager, { previousOf: { week: date, revision } });
  }
}

/** A frozen week in the list, with the sums of its own year's plan: whole đồng as text. */
export interface ListedWeek extends WeekRow {
  /** Disbursed of planned: percent, two decimals. */
  readonly rate: string | null;
}

/** The frozen weeks and their revisions. */
@Injectable()
export class ListSnapshots {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest week first, within it the newest revision. */
  async list(
    actor: Actor,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<ListPage<ListedWeek>> {
    const { items, ...rest } = await listPage<WeekRow>(this.dataSource.manager, weekList(actor.scope), page);
    return {
      ...rest,
      items: items.map((week) => ({ ...week, rate: rateOf(dongOf(week.disbursed), dongOf(week.planned)) })),
    };
  }
}

/** What a caller may have to mend. */
export const problems = {
  notFrozen: () =>
    new Problem(
      404,
      'SNAPSHOT-NOT-FOUND',
      'Tuần này chưa được chốt, hoặc không có lần chốt này. Tuần gọi theo ngày chốt nhận báo cáo (thứ Năm).',
      'This week is not frozen, or not in this revision. A week is named by the date of its cut-off (Thursday).',
    ),
  nothingToCorrect: () =>
    new Problem(
      409,
      'SNAPSHOT-CURRENT',
      'Từ lần chốt gần nhất không có báo cáo nào của tuần này được duyệt thêm hay hủy duyệt, nên không cần chốt lại.',
      'No return of this week or earlier was approved or reverted since it was last frozen; there is nothing to correct.',
    ),
};
