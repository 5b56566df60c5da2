import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SortOrder, StandingSort } from '@thongvon/api-contract';
import { closedWeek, daysBetween, dongOf, isStale, sumDong } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listAll, listPage, type ListPage, together } from '@thongvon/platform';
import type { ProjectKind } from '@thongvon/projects';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { showAmounts, type ShownAmounts } from '../../domain/figures/known-amount';
import {
  type MovingAmounts,
  showMovingAmounts,
  showPace,
  splitOf,
  targetAmount,
} from '../../domain/figures/moving-amounts';
import type { ConcernedQuery } from '../../persistence/figures/concerns-sql';
import { projectFiguresList, type ProjectFiguresRow } from '../../persistence/figures/project-figure-rows';
import {
  standingList,
  type StandingProject,
  type StandingRow,
} from '../../persistence/figures/standings-sql';
import { standingPage } from '../../persistence/figures/standing-page';
import { storedFor } from '../../persistence/figures/stored-standings';

export interface StandingsQuery extends ConcernedQuery {
  /** Only projects with a plan, which sums are over, or only those without one. */
  readonly planned?: boolean;
  readonly sort?: StandingSort;
  readonly order?: SortOrder;
  readonly limit: number;
  readonly cursor?: string;
}

interface Target {
  readonly on: string;
  readonly percent: number;
}

export interface Standing extends StandingProject, MovingAmounts {
  readonly ageDays: number | null;
  /** Its figure is older than the reporting week that closed last. */
  readonly stale: boolean;
  /** What the targets come to; null unless they are asked for, and without a plan. */
  readonly targets: readonly (Target & { readonly amount: string })[] | null;
}

/** How projects stand, one row each: sums, movement, and what will be missing at the end of the year. */
@Injectable()
export class ListStandings {
  constructor(private readonly dataSource: DataSource) {}

  /** A page of them, by name unless asked otherwise; with what the `targets` of the year come to, if they are to be shown. */
  async list(
    actor: Actor,
    query: StandingsQuery,
    targets?: (manager: EntityManager) => Promise<readonly Target[]>,
  ): Promise<ListPage<Standing>> {
    const { page, shown } = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      together(manager, async (all) => {
        const [stored, shown] = await Promise.all([storedFor(all, query), targets?.(all)]);
        const page = await standingPage(all, actor, query, stored, query);
        return { page, shown };
      }),
    );
    return { ...page, items: page.items.map((row) => toStanding(row, query, shown)) };
  }

  /** All of them in the same order, for a table that is handed out whole. In the transaction of `manager`, if it is given. */
  async all(
    actor: Actor,
    query: Omit<StandingsQuery, 'limit' | 'cursor'>,
    manager?: EntityManager,
  ): Promise<Standing[]> {
    const read = async (own: EntityManager): Promise<StandingRow[]> =>
      listAll<StandingRow>(own, standingList(actor, query, await storedFor(own, query)));
    const rows = await (manager ? read(manager) : this.dataSource.transaction('REPEATABLE READ', read));
    return rows.map((row) => toStanding(row, query));
  }
}

function toStanding(
  row: StandingRow,
  query: Omit<StandingsQuery, 'limit' | 'cursor'>,
  targets?: readonly Target[],
): Standing {
  const { asOf: day, businessDay = day, source } = query;
  const { id, code, name, kind, owner, commune, group, asOf, planned } = row;
  return {
    id,
    code,
    name,
    kind,
    owner,
    commune,
    group,
    asOf,
    ageDays: asOf === null ? null : daysBetween(asOf, day),
    stale: isStale(asOf, closedWeek(businessDay)),
    targets: targets && planned !== null ? targetsOf(targets, planned) : null,
    ...showMovingAmounts(row, showPace(row, businessDay), { businessDay, source }),
  };
}

const targetsOf = (targets: readonly Target[], planned: string): NonNullable<Standing['targets']> =>
  targets.map(({ on, percent }) => ({
    on,
    percent,
    amount: targetAmount(BigInt(planned), percent).toString(),
  }));

export interface ProjectFiguresQuery extends FiguresQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly kind?: ProjectKind;
  readonly ownerId?: string;
}

export interface ProjectFigures
  extends
    Omit<ProjectFiguresRow, 'derived' | 'by_treasury' | 'not_split' | 'not_split_projects'>,
    ShownAmounts {
  /** How many days its figure is older than the day asked for. */
  readonly ageDays: number | null;
}

/** Per project what is planned and disbursed, each amount with the return and cell that it came from. */
@Injectable()
export class ListProjectFigures {
  constructor(private readonly dataSource: DataSource) {}

  /** Projects with a plan or a figure, sorted by name without accents. */
  async list(actor: Actor, query: ProjectFiguresQuery): Promise<ListPage<ProjectFigures>> {
    const { items, ...rest } = await listPage<ProjectFiguresRow>(
      this.dataSource.manager,
      projectFiguresList(actor, query),
      query,
    );
    return { ...rest, items: items.map((row) => withSums(row, query)) };
  }
}

function withSums(row: ProjectFiguresRow, { asOf, source }: ProjectFiguresQuery): ProjectFigures {
  const { derived, by_treasury, not_split, not_split_projects, ...figures } = row;
  const sum = (field: 'planned' | 'disbursed' | 'completed' | 'advance'): bigint | null =>
    sumDong(figures.lines.map((line) => dongOf(line[field])));
  return {
    ...figures,
    ...showAmounts({
      planned: sum('planned'),
      disbursed: sum('disbursed'),
      completed: sum('completed'),
      advance: sum('advance'),
      split: splitOf(row, source),
    }),
    ageDays: figures.asOf === null ? null : daysBetween(figures.asOf, asOf),
  };
}
