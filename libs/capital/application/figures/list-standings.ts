import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SortOrder, StandingSort } from '@thongvon/api-contract';
import { closedWeek, daysBetween, isStale } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listAll, listPage, type ListPage } from '@thongvon/platform';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import { type MovingAmounts, showMovingAmounts, showPace } from '../../domain/figures/moving-amounts';
import { targetAmount } from '../../domain/figures/year-end';
import {
  standingList,
  type StandingProject,
  type StandingRow,
} from '../../persistence/figures/standings-sql';

export interface StandingsQuery extends FiguresQuery, Slice {
  readonly sort?: StandingSort;
  readonly order?: SortOrder;
  readonly limit: number;
  readonly cursor?: string;
  /** Targets of the year, to be shown with each project's own plan. */
  readonly targets?: readonly Target[];
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

  /** A page of them, by name unless asked otherwise. */
  async list(actor: Actor, query: StandingsQuery): Promise<ListPage<Standing>> {
    const { limit, cursor } = query;
    const { items, ...rest } = await listPage<StandingRow>(
      this.dataSource.manager,
      standingList(actor, query),
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    );
    return { ...rest, items: items.map((row) => toStanding(row, query)) };
  }

  /** All of them in the same order, for a table that is handed out whole. */
  async all(actor: Actor, query: Omit<StandingsQuery, 'limit' | 'cursor'>): Promise<Standing[]> {
    const rows = await listAll<StandingRow>(this.dataSource.manager, standingList(actor, query));
    return rows.map((row) => toStanding(row, query));
  }
}

function toStanding(row: StandingRow, query: Omit<StandingsQuery, 'limit' | 'cursor'>): Standing {
  const { asOf: day, businessDay = day, source, targets } = query;
  const { id, code, name, kind, owner, commune, asOf, planned } = row;
  return {
    id,
    code,
    name,
    kind,
    owner,
    commune,
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
