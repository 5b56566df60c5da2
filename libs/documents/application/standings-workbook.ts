import { Injectable } from '@nestjs/common';
import {
  NOT_KNOWN,
  STANDING_COLUMNS,
  type SortOrder,
  type StandingColumn,
  type StandingSort,
} from '@thongvon/api-contract';
import {
  FACETS,
  ListStandings,
  SumFacets,
  type FacetSums,
  type FacetsQuery,
  type Standing,
} from '@thongvon/capital';
import { businessDate, formatDong, formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { ListBlockers } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { writeForm } from '@thongvon/workbook-io';
import { standingsSheet, type Blocked } from '../domain/standings-sheet';
import { PROJECT_KIND_TITLES, STANDINGS_TEXTS } from '../messages/forms';
import type { NamedFile } from './blank-return';

export interface StandingsWorkbookQuery extends FacetsQuery {
  readonly sort?: StandingSort;
  readonly order?: SortOrder;
  /** All without it. */
  readonly columns?: readonly StandingColumn[];
  /** Today without it. */
  readonly blockersOn?: PlainDate;
}

/** Rows at a time. Each page costs the sums of all projects again, so that few large ones are best. */
const PAGE = 50_000;

/** More open blockers than any office has. */
const ALL_BLOCKERS = 50_000;

/** The table of projects as it is seen, to be worked on in Excel: same projects, order and columns; whole đồng. */
@Injectable()
export class StandingsWorkbook {
  constructor(
    private readonly standings: ListStandings,
    private readonly facets: SumFacets,
    private readonly blockers: ListBlockers,
    private readonly clock: SystemClock,
  ) {}

  async write(
    actor: Actor,
    {
      columns = STANDING_COLUMNS,
      blockersOn = businessDate(this.clock.now()),
      ...query
    }: StandingsWorkbookQuery,
  ): Promise<NamedFile> {
    const sums = await this.facets.sum(actor, query);
    const day = formatPlainDate(query.asOf);
    const parts = filterOf(query, sums);
    const tellsBlockers = columns.includes('blocker');
    const sheet = standingsSheet({
      title: STANDINGS_TEXTS.title(query.planYear),
      subtitles: [
        STANDINGS_TEXTS.subtitle(day),
        ...(sums.reckoning.stale && sums.reckoning.figuresOn !== null
          ? [STANDINGS_TEXTS.stale(formatPlainDate(sums.reckoning.figuresOn))]
          : []),
        ...cutBy(query, sums.total),
        ...(tellsBlockers ? [STANDINGS_TEXTS.blockersOn(formatPlainDate(blockersOn))] : []),
      ],
      filter: parts.length === 0 ? null : STANDINGS_TEXTS.filter(parts),
      columns,
      rows: await this.all(actor, query),
      blockers: tellsBlockers ? await this.openBlockers(actor, { ...query, asOf: blockersOn }) : new Map(),
      total: sums.total,
    });
    const bytes = await writeForm({ sheets: [sheet], createdAt: this.clock.realNow() });
    return { fileName: STANDINGS_TEXTS.fileName(query.planYear, day.replaceAll('/', '-')), bytes };
  }

  private async all(actor: Actor, query: StandingsWorkbookQuery): Promise<Standing[]> {
    const rows: Standing[] = [];
    let cursor: string | null = null;
    do {
      const page = await this.standings.list(actor, {
        ...query,
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      });
      rows.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return rows;
  }

  /** By project the one that is due first. */
  private async openBlockers(
    actor: Actor,
    { planYear, denominator, asOf }: FacetsQuery,
  ): Promise<Map<string, Blocked>> {
    const { items } = await this.blockers.list(actor, {
      planYear,
      denominator,
      asOf,
      state: 'open',
      limit: ALL_BLOCKERS,
    });
    return new Map(items.toReversed().map((blocker) => [blocker.project.id, blocker]));
  }
}

/** Which lines of the projects count, and of one source what is derived and what isn't split. */
function cutBy({ source, planType }: StandingsWorkbookQuery, { split }: FacetSums['total']): string[] {
  const amount = (dong: string): string => formatDong(BigInt(dong));
  const ofType = planType === undefined ? [] : [STANDINGS_TEXTS.planType[planType]];
  if (source === undefined || split === null) return ofType;
  const { derived, treasury, notSplit, notSplitProjects } = split;
  const open = source === 'unspecified' ? STANDINGS_TEXTS.notSplitItself : STANDINGS_TEXTS.notSplit;
  return [
    ...ofType,
    STANDINGS_TEXTS.ofSource,
    ...(derived === null ? [] : [STANDINGS_TEXTS.derived(amount(derived))]),
    ...(treasury === null ? [] : [STANDINGS_TEXTS.byTreasury(amount(treasury))]),
    ...(notSplit === null ? [] : [open(amount(notSplit), notSplitProjects)]),
  ];
}

/** What the projects were chosen by, in words. */
function filterOf(query: StandingsWorkbookQuery, sums: FacetSums): string[] {
  const chosen = FACETS.flatMap((facet) => {
    const key = query[facet];
    if (key === undefined) return [];
    if (facet === 'kind') return query.kind === undefined ? [] : [PROJECT_KIND_TITLES[query.kind]];
    return [
      key === NOT_KNOWN
        ? STANDINGS_TEXTS.notKnown
        : (sums[facet].find((group) => group.key === key)?.label ?? key),
    ];
  });
  return [...chosen, ...(query.q === undefined ? [] : [STANDINGS_TEXTS.words(query.q)])];
}
