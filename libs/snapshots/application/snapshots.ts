import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ListOf, SnapshotListItemView, SnapshotRefView } from '@thongvon/api-contract';
import { showAmounts } from '@thongvon/capital';
import { currentPlanYearSql, formatInstant, parsePlainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage } from '@thongvon/platform';
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
  dongOf,
  findSnapshot,
  organizationRows,
  projectRows,
  rollupRows,
} from '../persistence/snapshot-rows';
import { problems } from './problems';

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

/** Finds the frozen week that a caller names. */
@Injectable()
export class FindFrozen {
  constructor(private readonly snapshots: Snapshots) {}

  /** Throws SNAPSHOT-NOT-FOUND, also for what is no date. */
  async find(week: string, revision?: number): Promise<FrozenWeekRef> {
    const date = parsePlainDate(week);
    const found = date && (await this.snapshots.find(date, revision));
    if (!found) throw problems.notFrozen();
    return found;
  }
}

/** A plain object of the shape that the contract's class describes. */
type ShownRef = Pick<SnapshotRefView, keyof SnapshotRefView>;

/** How the API names a frozen week. */
export function refView({ week, revision, frozenAt, planYears, reason }: FrozenWeekRef): ShownRef {
  return { week, revision, frozenAt: formatInstant(frozenAt), planYears, correction: reason };
}

interface Row extends Omit<SnapshotListItemView, 'frozenAt' | 'rate'> {
  readonly frozenAt: Date;
}

/** The frozen weeks and their revisions. */
@Injectable()
export class ListSnapshots {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest week first, within it the newest revision. */
  async list(
    actor: Actor,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<ListOf<SnapshotListItemView>> {
    const where = new Conditions();
    const scope = `${where.parameter(actor.scope)}::uuid[]`;
    const from = `snapshots.weekly_snapshot s JOIN snapshots.weekly_cut c USING (week, revision)
      CROSS JOIN LATERAL (
        SELECT sum(planned)::text AS planned, sum(disbursed)::text AS disbursed FROM snapshots.snapshot_rollup r
        WHERE r.snapshot_id = s.id AND r.dimension = 'total' AND r.denominator = 'current-year-plan'
          AND r.plan_year = ${currentPlanYearSql('s.week')} AND r.organization_id = ANY(${scope})
      ) total`;
    const columns = `s.week, s.revision, s.frozen_at AS "frozenAt", s.plan_years AS "planYears", c.reason AS correction,
      total.planned, total.disbursed`;
    const sort = [
      { sql: 's.week', type: 'date' },
      { sql: 's.revision', type: 'integer' },
    ] as const;
    const { items, ...rest } = await listPage<Row>(
      this.dataSource.manager,
      { columns, from, where, sort, descending: true },
      page,
    );
    return {
      ...rest,
      items: items.map(({ planned, disbursed, ...item }) => {
        const known = {
          planned: dongOf(planned),
          disbursed: dongOf(disbursed),
          completed: null,
          advance: null,
        };
        const { rate } = showAmounts(known);
        return { ...item, frozenAt: formatInstant(item.frozenAt), planned, disbursed, rate };
      }),
    };
  }
}
