import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Concern, CONCERNS, type Grouping } from '@thongvon/api-contract';
import {
  closedWeek,
  type Denominator,
  firstDayOfWeek,
  liveReckoning,
  type PlainDate,
  type PlanYear,
  type Reckoning,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { together } from '@thongvon/platform';
import type { Basis } from '../../domain/figures/figures-query';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import type { ShownAmounts } from '../../domain/figures/known-amount';
import {
  type MovingAmounts,
  type MovingSums,
  NO_PACE,
  showMovingAmounts,
  showPace,
  showSums,
} from '../../domain/figures/moving-amounts';
import type { ConcernedQuery } from '../../persistence/figures/concerns-sql';
import type { Facet } from '../../persistence/figures/standings-sql';
import { type FacetRow, facetRows } from '../../persistence/figures/facet-rows';
import { coverageRow, denominatorRows, summaryRows } from '../../persistence/figures/sum-rows';
import { storedFor } from '../../persistence/figures/stored-standings';
import { computedThrough } from '../../persistence/positions';

export interface SummaryQuery extends FiguresQuery {
  readonly groupBy?: Grouping;
  /** Also over each denominator. */
  readonly withDenominators?: boolean;
}

export interface Summary extends ShownAmounts {
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  readonly basis: Basis;
  readonly denominator: Denominator;
  readonly reckoning: Reckoning;
  /** Disbursed less what the boards report; null for what they report. */
  readonly toReported: string | null;
  /** Projects without any plan in force, whose disbursements enter no rate. */
  readonly unplanned: { readonly projects: number; readonly disbursed: string | null };
  /** How many planned projects have a figure, and how old figures are. */
  readonly coverage: {
    readonly projects: number;
    readonly reported: number;
    readonly oldest: PlainDate | null;
    readonly newest: PlainDate | null;
    /** Those whose newest figure is older than the reporting week that closed last. */
    readonly stale: number;
  };
  readonly computedThrough: string | null;
  readonly computing: boolean;
  readonly stale: boolean;
  readonly groups: readonly SummaryGroup[];
  readonly denominators: readonly (Pick<ShownAmounts, 'planned' | 'disbursed' | 'rate'> & {
    readonly denominator: Denominator;
  })[];
}

export interface SummaryGroup extends ShownAmounts {
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
  /** By source: what projects without a plan of that source say of it; it is in none of the group's sums. */
  readonly unplanned?: Summary['unplanned'];
}

/** Sums what is planned and disbursed, for all that the actor may see and by groups: sum first, divide once. */
@Injectable()
export class Summarize {
  constructor(private readonly dataSource: DataSource) {}

  /** All reads see one state of the database; in the transaction of `manager`, if it is given. */
  summarize(actor: Actor, query: SummaryQuery, manager?: EntityManager): Promise<Summary> {
    if (manager) return this.sums(actor, query, manager);
    return this.dataSource.transaction('REPEATABLE READ', (own) =>
      together(own, (all) => this.sums(actor, query, all)),
    );
  }

  /** First what of it is stored, then all else at once. */
  private async sums(actor: Actor, query: SummaryQuery, all: EntityManager): Promise<Summary> {
    const { groupBy: grouping, ...reported } = { ...query, basis: 'reported' as const };
    const [stored, storedReported] = await Promise.all([
      storedFor(all, query),
      query.basis === 'reported' ? null : storedFor(all, reported),
    ]);
    const businessDay = query.businessDay ?? query.asOf;
    const fresh = firstDayOfWeek(closedWeek(businessDay));
    const [sums, { unplanned, ...coverage }, through, [ofBoards], denominators] = await Promise.all([
      summaryRows(all, actor, query, stored),
      coverageRow(all, actor, query, fresh, stored),
      computedThrough(all, query.knownAt),
      query.basis === 'reported' ? [] : summaryRows(all, actor, reported, storedReported),
      query.withDenominators ? denominatorRows(all, actor, query, stored) : [],
    ]);
    const whole = sums.find((row) => row.whole);
    const shownWhole = showSums(whole ?? {}, query.source);
    const bySource = grouping === 'source';
    return {
      planYear: query.planYear,
      asOf: query.asOf,
      basis: query.basis,
      denominator: query.denominator,
      reckoning: liveReckoning(businessDay, query.asOf, coverage.newest),
      ...shownWhole,
      toReported: differenceOf(shownWhole.disbursed, ofBoards?.disbursed ?? null),
      unplanned,
      coverage,
      ...through,
      groups: sums
        .filter((row) => !row.whole)
        .map((row) => ({
          key: row.key,
          label: row.label ?? row.key,
          projects: row.projects,
          ...(bySource ? { unplanned: { projects: row.unplanned_projects, disbursed: row.unplanned } } : {}),
          ...showSums(row, bySource ? row.key : query.source),
        })),
      denominators: denominators.map(({ denominator, ...amounts }) => {
        const { planned, disbursed, rate } = showSums(amounts, query.source);
        return { denominator, planned, disbursed, rate };
      }),
    };
  }
}

/** Null where either isn't known. */
const differenceOf = (amount: string | null, other: string | null): string | null =>
  amount === null || other === null ? null : (BigInt(amount) - BigInt(other)).toString();

export type FacetsQuery = ConcernedQuery;

export type FacetSums = Readonly<Record<Facet, readonly SummaryGroup[]>> & {
  readonly reckoning: Reckoning;
  /** Over the projects on which all conditions hold. */
  readonly total: MovingAmounts & { readonly projects: number };
  /** Without a plan, of those on which all conditions hold. */
  readonly unplanned: Summary['unplanned'];
  /** How many there are under all conditions but the concern; null without `target`. */
  readonly projects: number | null;
  /** How many of these are of each concern; none without `target`. */
  readonly concerns: readonly { readonly concern: Concern; readonly projects: number }[];
};

/**
 * The bars that filter one another: for each facet the sums by its values over the planned projects that the conditions on
 * the other facets leave, so that a choice can be changed, and the sum over those on which all conditions hold. A source that is
 * chosen cuts the lines of all sums but those by source.
 */
@Injectable()
export class SumFacets {
  constructor(private readonly dataSource: DataSource) {}

  /** Largest plan first in each facet; whole đồng as text. In the transaction of `manager`, if it is given. */
  async sum(actor: Actor, query: FacetsQuery, manager?: EntityManager): Promise<FacetSums> {
    const read = async (own: EntityManager): Promise<FacetRow[]> =>
      facetRows(own, actor, query, await storedFor(own, query, { bySource: true }));
    const rows = await (manager ? read(manager) : this.dataSource.transaction('REPEATABLE READ', read));
    const groups = (facet: Facet): SummaryGroup[] =>
      rows
        .filter((row) => row.facet === facet)
        .map((row) => toGroup(row, facet === 'source' ? row.key : query.source));
    const total = rows.find(({ facet }) => facet === null);
    const concerned = (concern: Concern | 'all'): number =>
      rows.find(({ facet, key }) => facet === 'concern' && key === concern)?.projects ?? 0;
    const without = rows.find(({ facet }) => facet === 'unplanned');
    const { asOf, businessDay = asOf } = query;
    const figuresOn: PlainDate | null = total?.asOf ?? null;
    return {
      reckoning: liveReckoning(businessDay, asOf, figuresOn),
      total: {
        projects: total?.projects ?? 0,
        ...showMovingAmounts(total ?? NOTHING, showPace(total ?? NO_PACE, businessDay), {
          businessDay,
          source: query.source,
        }),
      },
      unplanned: { projects: without?.projects ?? 0, disbursed: without?.disbursed ?? null },
      projects: query.target === undefined ? null : concerned('all'),
      concerns:
        query.target === undefined
          ? []
          : CONCERNS.map((concern) => ({ concern, projects: concerned(concern) })),
      owner: groups('owner'),
      kind: groups('kind'),
      source: groups('source'),
      commune: groups('commune'),
      group: groups('group'),
    };
  }
}

const NOTHING: MovingSums = {
  planned: null,
  disbursed: null,
  completed: null,
  advance: null,
  asOf: null,
  before: null,
  beforeOn: null,
  monthAgo: null,
  monthAgoOn: null,
  forecast: null,
};

function toGroup(
  { key, label, projects, ...row }: FacetRow,
  source: string | null | undefined,
): SummaryGroup {
  return { key, label, projects, ...showSums(row, source) };
}
