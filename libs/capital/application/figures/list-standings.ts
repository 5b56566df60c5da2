import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, SortOrder, StandingSort } from '@thongvon/api-contract';
import { closedWeek, daysBetween, isStale, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage, type SortKey } from '@thongvon/platform';
import { PROJECT_SEARCH, type ProjectKind } from '@thongvon/projects';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import { showMovingAmounts, type MovingAmounts, type MovingSums } from '../../domain/figures/moving-amounts';
import { showPace, type PaceSums } from '../../domain/figures/shown-pace';
import { targetAmount } from '../../domain/figures/year-end';
import { facetsSql, standingsSql } from '../../persistence/figures/standings-sql';

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

export interface Standing extends MovingAmounts {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly owner: { readonly id: string | null; readonly name: string | null };
  readonly commune: string | null;
  readonly asOf: PlainDate | null;
  readonly ageDays: number | null;
  /** Its figure is older than the reporting week that closed last. */
  readonly stale: boolean;
  /** What the targets come to; null unless they are asked for, and without a plan. */
  readonly targets: readonly (Target & { readonly amount: string })[] | null;
}

type Row = Omit<Standing, keyof MovingAmounts | 'ageDays' | 'stale' | 'targets'> & MovingSums & PaceSums;

const COLUMNS = `p.id, p.code, p.name, p.kind, json_build_object('id', p.owner_id, 'name', p.owner) AS owner, p.commune,
  p.as_of AS "asOf", p.planned, p.disbursed, p.completed, p.advance, p.week_ago AS before, p.week_ago_on AS "beforeOn",
  p.week_ago_open::int AS "beforeOpen", p.month_ago AS "monthAgo", p.month_ago_on AS "monthAgoOn",
  p.month_ago_open::int AS "monthAgoOpen", p.forecast, p.derived, p.by_treasury, p.not_split,
  (p.not_split IS NOT NULL)::int AS not_split_projects, round(p.pace) AS "perWeek",
  CASE WHEN p.pace IS NOT NULL THEN p.month_ago_on END AS "paceFrom", CASE WHEN p.pace IS NOT NULL THEN p.as_of END AS "paceTo",
  (p.pace IS NOT NULL)::int AS paced, (p.forecast IS NULL)::int AS "withoutPace", coalesce(p.is_silent, false)::int AS silent,
  p.as_of AS "silentSince", p.as_of AS newest, (p.not_split IS NOT NULL)::int AS "paceOpen"`;

/** What is sorted by. Null where it isn't known. */
const SORTS: Readonly<Record<StandingSort, SortKey>> = {
  name: { sql: 'p.name_key', type: 'text' },
  planned: { sql: 'p.planned', type: 'numeric' },
  disbursed: { sql: 'p.disbursed', type: 'numeric' },
  remaining: { sql: 'CASE WHEN p.not_split IS NULL THEN p.planned - p.disbursed END', type: 'numeric' },
  rate: { sql: 'CASE WHEN p.not_split IS NULL THEN p.disbursed / nullif(p.planned, 0) END', type: 'numeric' },
  weekChange: { sql: 'p.week_change', type: 'numeric' },
  shortfall: { sql: 'p.planned - p.forecast', type: 'numeric' },
  asOf: { sql: 'p.as_of', type: 'date' },
};

/** How projects stand, one row each: sums, movement, and what will be missing at the end of the year. */
@Injectable()
export class ListStandings {
  constructor(private readonly dataSource: DataSource) {}

  async list(actor: Actor, query: StandingsQuery): Promise<ListOf<Standing>> {
    const where = new Conditions();
    const standings = standingsSql(actor, query, where);
    for (const condition of Object.values(facetsSql(query, where))) where.also(condition);
    where.matching(PROJECT_SEARCH, query.q);
    const from = `(WITH ${standings} SELECT * FROM standing) p`;
    const descending = query.order === 'descending';
    const page = { limit: query.limit, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) };
    const sort = [
      lastWhereUnknown(SORTS[query.sort ?? 'name'], descending),
      { sql: 'p.id', type: 'uuid' },
    ] as const;
    const { items, ...rest } = await listPage<Row>(
      this.dataSource.manager,
      { columns: COLUMNS, from, where, sort, descending },
      page,
    );
    return { ...rest, items: items.map((row) => toStanding(row, query)) };
  }
}

/** What isn't known comes last, whichever way the list is sorted. */
function lastWhereUnknown({ sql, type }: SortKey, descending: boolean): SortKey {
  const extremes = { numeric: ['-1e30', '1e30'], date: ['-infinity', 'infinity'] } as const;
  if (type !== 'numeric' && type !== 'date') return { sql, type };
  const [lowest, highest] = extremes[type];
  return { sql: `coalesce(${sql}, '${descending ? lowest : highest}')`, type };
}

function toStanding(row: Row, query: StandingsQuery): Standing {
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
    ...showMovingAmounts(row, showPace(row, businessDay), { businessDay, ofSource: source !== undefined }),
  };
}

const targetsOf = (targets: readonly Target[], planned: string): NonNullable<Standing['targets']> =>
  targets.map(({ on, percent }) => ({
    on,
    percent,
    amount: targetAmount(BigInt(planned), percent).toString(),
  }));
